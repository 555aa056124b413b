// What azd up makes: a resource group with all that several processes of the bot need.
targetScope = 'subscription'

@minLength(1)
@maxLength(32)
@description('Name of the environment; resources are named by it.')
param environmentName string

@minLength(1)
@description('Region of all resources but the bot, which is global.')
param location string

@description('Image of the bot, by azd after its first deployment; empty before.')
param botImage string = ''

@minValue(2)
@maxValue(10)
@description('Fewest processes. Two, so that one may end at any moment.')
param minReplicas int = 2

@minValue(2)
@maxValue(30)
@description('Most processes.')
param maxReplicas int = 4

@allowed(['local', 'rest'])
@description('local: practice mode, nothing is sent to Microsoft. rest: Partner Center.')
param partnerCenter string = 'local'

@description('With rest: the application registered for Partner Center.')
param partnerCenterClientId string = ''

@secure()
@description('With rest: the secret of that application.')
param partnerCenterClientSecret string = ''

@secure()
@minLength(1)
@description('The partners file, in Base64.')
param partnersBase64 string

@description('Object id of who may put secrets into the vault; empty for nobody.')
param principalId string = ''

@description('Address of an OpenTelemetry collector (OTLP over HTTP); empty for none.')
param telemetryEndpoint string = ''

@secure()
@description('Headers for the collector, as name=value,name=value, where it asks for a key.')
param telemetryHeadersSecret string = ''

@description('The table of the records; another one after a restore.')
param storageTable string = 'customerdesk'

@allowed(['Standard_ZRS', 'Standard_LRS', 'Standard_GZRS', 'Standard_GRS'])
@description('Copies of the account. Three zones are not to be had in each region.')
param storageSku string = 'Standard_ZRS'

@description('More settings of the bot, no secrets: a JSON object of texts, in Base64. They win over those that are made here.')
param moreSettings string = ''

var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module desk 'desk.bicep' = {
  scope: group
  params: {
    location: location
    tags: tags
    token: toLower(uniqueString(subscription().id, environmentName, location))
    botImage: botImage
    minReplicas: minReplicas
    maxReplicas: maxReplicas
    partnerCenter: partnerCenter
    partnerCenterClientId: partnerCenterClientId
    partnerCenterClientSecret: partnerCenterClientSecret
    partnersBase64: partnersBase64
    principalId: principalId
    telemetryEndpoint: telemetryEndpoint
    telemetryHeadersSecret: telemetryHeadersSecret
    storageTable: storageTable
    storageSku: storageSku
    moreSettings: moreSettings
  }
}

output AZURE_CONTAINER_REGISTRY_ENDPOINT string = desk.outputs.registry
output AZURE_RESOURCE_GROUP string = group.name
output AZURE_KEY_VAULT_NAME string = desk.outputs.vault
output AZURE_STORAGE_ACCOUNT string = desk.outputs.account
output MICROSOFT_APP_ID string = desk.outputs.appId
output BOT_HOST string = desk.outputs.host
