// The secrets that remain: the partners file, which is mounted, and the secret of the application at Partner Center.
param location string
param tags object
param token string
param identityPrincipalId string
param principalId string
param partnerCenter string
@secure()
param partnersBase64 string
@secure()
param partnerCenterClientSecret string

// Key Vault Secrets User, and Key Vault Secrets Officer
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var secretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
var clientSecretName = 'partner-center-client-secret'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'kv-${token}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
  }
}

resource partnersFile 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'partners'
  properties: { value: base64ToString(partnersBase64), contentType: 'application/json' }
}

resource clientSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = if (partnerCenter == 'rest') {
  parent: vault
  name: clientSecretName
  properties: { value: partnerCenterClientSecret }
}

resource mayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, identityPrincipalId, secretsUser)
  properties: {
    principalId: identityPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource mayWrite 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (principalId != '') {
  scope: vault
  name: guid(vault.id, principalId, secretsOfficer)
  properties: {
    principalId: principalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsOfficer)
  }
}

output name string = vault.name
// With their versions: a secret without one reaches a mounted file at some later time, or never.
output partnersUri string = partnersFile.properties.secretUriWithVersion
output clientSecretUri string = partnerCenter == 'rest' ? clientSecret!.properties.secretUriWithVersion : ''
