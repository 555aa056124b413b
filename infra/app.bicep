// The processes: at least two, without sticky sessions, and with nothing of their own on a disk.
param location string
param tags object
param token string
param image string
param identityId string
param clientId string
param minReplicas int
param maxReplicas int
param registry string
param account string
param table string
param partnersUri string
param clientSecretUri string
param partnerCenter string
param partnerCenterClientId string
param telemetryEndpoint string

// Before azd has built the image, an app that answers on port 80 stands in for it, and is asked nothing. azd changes only the image
// when it has: the next azd provision changes port and probes.
var isBuilt = image != ''
var port = 3978
var secretName = 'partner-center-client-secret'

var settings = [
  { name: 'PORT', value: string(port) }
  { name: 'STORAGE', value: 'azure' }
  { name: 'AZURE_STORAGE_ACCOUNT', value: account }
  { name: 'AZURE_STORAGE_TABLE', value: table }
  // Which identity the library of identities takes.
  { name: 'AZURE_CLIENT_ID', value: clientId }
  { name: 'MicrosoftAppType', value: 'UserAssignedMSI' }
  { name: 'MicrosoftAppId', value: clientId }
  { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
  { name: 'PARTNERS_FILE', value: '/settings/partners.json' }
  { name: 'PARTNER_CENTER', value: partnerCenter }
  { name: 'PARTNER_CENTER_CLIENT_ID', value: partnerCenterClientId }
  { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: telemetryEndpoint }
]
var secretSettings = clientSecretUri == '' ? [] : [{ name: 'PARTNER_CENTER_CLIENT_SECRET', secretRef: secretName }]

var partners = [{ name: 'partners', keyVaultUrl: partnersUri, identity: identityId }]
var clientSecret = clientSecretUri == '' ? [] : [{ name: secretName, keyVaultUrl: clientSecretUri, identity: identityId }]

// A process that begins is ready when its storage and Teams' signing keys are there; /healthz answers from the first moment.
var probes = [
  { type: 'Startup', httpGet: { path: '/healthz', port: port }, periodSeconds: 2, failureThreshold: 30 }
  { type: 'Liveness', httpGet: { path: '/healthz', port: port }, periodSeconds: 30, timeoutSeconds: 5 }
  { type: 'Readiness', httpGet: { path: '/readyz', port: port }, periodSeconds: 10, timeoutSeconds: 5 }
]

resource logs 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: 'log-${token}'
  location: location
  tags: tags
  properties: { retentionInDays: 30, sku: { name: 'PerGB2018' } }
}

resource processes 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: 'cae-${token}'
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: { customerId: logs.properties.customerId, sharedKey: logs.listKeys().primarySharedKey }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: 'ca-${token}'
  location: location
  tags: union(tags, { 'azd-service-name': 'bot' })
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: processes.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, allowInsecure: false, targetPort: isBuilt ? port : 80, transport: 'http' }
      registries: [{ server: registry, identity: identityId }]
      secrets: concat(partners, clientSecret)
    }
    template: {
      // The bot takes at most 18 seconds to finish what is under way, and 3 to send its telemetry.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'bot'
          image: isBuilt ? image : 'mcr.microsoft.com/azuredocs/containerapps-helloworld:latest'
          env: concat(settings, secretSettings)
          probes: isBuilt ? probes : []
          resources: { cpu: json('0.5'), memory: '1Gi' }
          volumeMounts: [{ volumeName: 'settings', mountPath: '/settings' }]
        }
      ]
      volumes: [
        { name: 'settings', storageType: 'Secret', secrets: [{ secretRef: 'partners', path: 'partners.json' }] }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
        rules: [{ name: 'messages', http: { metadata: { concurrentRequests: '50' } } }]
      }
    }
  }
}

output host string = app.properties.configuration.ingress.fqdn
