namespace Weir.Providers.AzureOpenAi;

/// <summary>Where a deployment answers, by the address that the operator configured.</summary>
/// <remarks>
/// <code>
/// https://acme.openai.azure.com/                                      /openai/v1/chat/completions
/// https://acme.openai.azure.com/openai/v1/                            /openai/v1/chat/completions
/// https://acme.openai.azure.com/openai/deployments?api-version=V      /openai/deployments/{model}/chat/completions?api-version=V
/// https://acme.openai.azure.com/openai/deployments/d?api-version=V    /openai/deployments/d/chat/completions?api-version=V
/// </code>
/// </remarks>
internal static class AzureAddress
{
    private const string DefaultVersion = "2024-10-21";
    private const string VersionName = "api-version=";

    /// <summary>The path and query of chat completions.</summary>
    public static string Of(Uri configured, string deployment)
    {
        var path = configured.AbsolutePath.TrimEnd('/');
        if (path.EndsWith("/deployments", StringComparison.OrdinalIgnoreCase))
        {
            return $"{path}/{Uri.EscapeDataString(deployment)}/chat/completions?{VersionName}{VersionOf(configured)}";
        }

        if (path.Contains("/deployments/", StringComparison.OrdinalIgnoreCase))
        {
            return $"{path}/chat/completions?{VersionName}{VersionOf(configured)}";
        }

        return VersionedPath(path) + "/chat/completions";
    }

    /// <summary>The path and query of the list of models.</summary>
    public static string OfModels(Uri configured)
    {
        var path = configured.AbsolutePath.TrimEnd('/');
        var at = path.IndexOf("/deployments", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? VersionedPath(path) + "/models" : $"{path[..at]}/models?{VersionName}{VersionOf(configured)}";
    }

    // The version of this one is part of its path.
    private static string VersionedPath(string path)
    {
        var v1 = path.Length == 0 ? "/openai/v1" : path;
        return v1.EndsWith("/openai", StringComparison.OrdinalIgnoreCase) ? v1 + "/v1" : v1;
    }

    // A slash may stand behind the query, where one was added to the address.
    private static string VersionOf(Uri configured) =>
        Array.Find(configured.Query.TrimStart('?').TrimEnd('/').Split('&'), pair => pair.StartsWith(VersionName, StringComparison.OrdinalIgnoreCase)) is { } pair
            ? pair[VersionName.Length..]
            : DefaultVersion;
}
