// The account of STORAGE=azure: tables only, no keys.
param location string
param tags object
param token string
param identityPrincipalId string
param tableName string
param sku string

// Storage Table Data Contributor
var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'st${token}'
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = {
  parent: tables
  name: tableName
}

// The records are nowhere else: whoever means to delete the account, or the resource group, takes the lock away first.
resource keep 'Microsoft.Authorization/locks@2020-05-01' = {
  scope: account
  name: 'keep-records'
  properties: { level: 'CanNotDelete', notes: 'The records of Customer Desk.' }
}

resource mayUseTables 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: account
  name: guid(account.id, identityPrincipalId, tableContributor)
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', tableContributor)
  }
}

output account string = account.name
output table string = table.name
