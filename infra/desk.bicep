// One identity, which is the bot's registration too; what it may reach; and the processes.
param location string
param tags object
param token string
param botImage string
param minReplicas int
param maxReplicas int
param partnerCenter string
param partnerCenterClientId string
param principalId string
param telemetryEndpoint string
@secure()
param telemetryHeadersSecret string
param storageTable string
param storageSku string
param moreSettings string
@secure()
param partnersBase64 string
@secure()
param partnerCenterClientSecret string

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-${token}'
  location: location
  tags: tags
}

module storage 'storage.bicep' = {
  params: {
    location: location
    tags: tags
    token: token
    identityPrincipalId: identity.properties.principalId
    tableName: storageTable
    sku: storageSku
  }
}

module vault 'vault.bicep' = {
  params: {
    location: location
    tags: tags
    token: token
    identityPrincipalId: identity.properties.principalId
    principalId: principalId
    partnerCenter: partnerCenter
    partnersBase64: partnersBase64
    partnerCenterClientSecret: partnerCenterClientSecret
  }
}

module registry 'registry.bicep' = {
  params: { location: location, tags: tags, token: token, identityPrincipalId: identity.properties.principalId }
}

module app 'app.bicep' = {
  params: {
    location: location
    tags: tags
    token: token
    image: botImage
    identityId: identity.id
    clientId: identity.properties.clientId
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    registry: registry.outputs.server
    account: storage.outputs.account
    table: storage.outputs.table
    partnersUri: vault.outputs.partnersUri
    clientSecretUri: vault.outputs.clientSecretUri
    partnerCenter: partnerCenter
    partnerCenterClientId: partnerCenterClientId
    telemetryEndpoint: telemetryEndpoint
    telemetryHeadersSecret: telemetryHeadersSecret
    moreSettings: moreSettings
  }
}

module registration 'bot.bicep' = {
  params: {
    tags: tags
    token: token
    identityId: identity.id
    clientId: identity.properties.clientId
    host: app.outputs.host
  }
}

output registry string = registry.outputs.server
output vault string = vault.outputs.name
output account string = storage.outputs.account
output appId string = identity.properties.clientId
output host string = app.outputs.host
