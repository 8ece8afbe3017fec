using System.Text.Json;

namespace Weir.Server.Configuration;

/// <summary>What the variables of AWS's own tools say about Bedrock.</summary>
internal static class AwsEnvironment
{
    /// <summary>The dialect whose credentials have variables of their own.</summary>
    public const string Dialect = "bedrock";

    /// <summary>The one variable that means Bedrock alone: it switches the built-in provider on. Access keys are set for many other reasons.</summary>
    public const string BedrockKey = "AWS_BEARER_TOKEN_BEDROCK";

    private const string DefaultRegion = "us-east-1";

    /// <summary>A credential in the form that the dialect reads; null when there is none.</summary>
    /// <param name="environment">Reads a variable; null when it is unset.</param>
    public static string? Credential(Func<string, string?> environment)
    {
        if (environment(BedrockKey) is { Length: > 0 } key)
        {
            return key;
        }

        if (environment("AWS_ACCESS_KEY_ID") is not { Length: > 0 } id || environment("AWS_SECRET_ACCESS_KEY") is not { Length: > 0 } secret)
        {
            return null;
        }

        string[] members =
        [
            Member("accessKeyId", id),
            Member("secretAccessKey", secret),
            Member("sessionToken", environment("AWS_SESSION_TOKEN")),
            Member("region", RegionOf(environment)),
        ];
        return "{" + string.Join(',', members) + "}";
    }

    /// <summary>The address of Bedrock in the region that the environment names.</summary>
    /// <returns>Null when the name cannot be one.</returns>
    public static Uri? Address(Func<string, string?> environment)
    {
        var region = RegionOf(environment) ?? DefaultRegion;
        return region.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? new Uri($"https://bedrock-runtime.{region}.amazonaws.com/") : null;
    }

    private static string? RegionOf(Func<string, string?> environment) => Filled(environment("AWS_REGION")) ?? Filled(environment("AWS_DEFAULT_REGION"));

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static string Member(string name, string? value) =>
        string.IsNullOrEmpty(value) ? $"\"{name}\":null" : $"\"{name}\":\"{JsonEncodedText.Encode(value)}\"";
}
