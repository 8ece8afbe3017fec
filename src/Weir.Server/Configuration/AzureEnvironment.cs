namespace Weir.Server.Configuration;

/// <summary>What the usual variables say about Azure OpenAI, where every customer has an address of their own.</summary>
internal static class AzureEnvironment
{
    /// <summary>The dialect that is spoken there.</summary>
    public const string Dialect = "azure-openai";

    /// <summary>The variable that holds the address.</summary>
    public const string Endpoint = "AZURE_OPENAI_ENDPOINT";

    /// <summary>The address of the customer's resource; null when the variable holds none.</summary>
    public static Uri? Address(Func<string, string?> environment) =>
        Uri.TryCreate(environment(Endpoint), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;
}
