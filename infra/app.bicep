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
@secure()
param telemetryHeadersSecret string
param moreSettings string

// Before azd has built the image a sample of Microsoft stands in for it, which listens on another port: until azd deploy nobody
// answers, and nothing is asked of it. The next azd provision adds the probes.
var isBuilt = image != ''
var port = 3978
var secretName = 'partner-center-client-secret'
var headersName = 'telemetry-headers'

// A changed secret alone makes no revision, and those that run keep the former one; a changed setting makes one.
var secretsVersion = uniqueString(partnersUri, clientSecretUri, telemetryHeadersSecret)

var settings = {
  PORT: string(port)
  STORAGE: 'azure'
  AZURE_STORAGE_ACCOUNT: account
  AZURE_STORAGE_TABLE: table
  // Which identity the library of identities takes.
  AZURE_CLIENT_ID: clientId
  MicrosoftAppType: 'UserAssignedMSI'
  MicrosoftAppId: clientId
  MicrosoftAppTenantId: tenant().tenantId
  PARTNERS_FILE: '/settings/partners.json'
  PARTNER_CENTER: partnerCenter
  PARTNER_CENTER_CLIENT_ID: partnerCenterClientId
  OTEL_EXPORTER_OTLP_ENDPOINT: telemetryEndpoint
  PARTNERS_VERSION: secretsVersion
}
var added = moreSettings == '' ? {} : json(base64ToString(moreSettings))
var plainSettings = map(items(union(settings, added)), one => { name: one.key, value: string(one.value) })
var clientSecretSettings = clientSecretUri == '' ? [] : [{ name: 'PARTNER_CENTER_CLIENT_SECRET', secretRef: secretName }]
var headersSettings = telemetryHeadersSecret == '' ? [] : [{ name: 'OTEL_EXPORTER_OTLP_HEADERS', secretRef: headersName }]

var partners = [{ name: 'partners', keyVaultUrl: partnersUri, identity: identityId }]
var clientSecret = clientSecretUri == '' ? [] : [{ name: secretName, keyVaultUrl: clientSecretUri, identity: identityId }]
var headers = telemetryHeadersSecret == '' ? [] : [{ name: headersName, value: telemetryHeadersSecret }]

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
      ingress: { external: true, allowInsecure: false, targetPort: port, transport: 'http' }
      registries: [{ server: registry, identity: identityId }]
      secrets: concat(partners, clientSecret, headers)
    }
    template: {
      // The bot takes at most 18 seconds to answer what it has and give its jobs back, and 3 to send its telemetry.
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'bot'
          image: isBuilt ? image : 'mcr.microsoft.com/azuredocs/containerapps-helloworld:latest'
          env: concat(plainSettings, clientSecretSettings, headersSettings)
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
