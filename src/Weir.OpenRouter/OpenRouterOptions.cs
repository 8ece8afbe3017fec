namespace Weir.OpenRouter;

/// <summary>How an <see cref="OpenRouterClient"/> calls.</summary>
public sealed record OpenRouterOptions
{
    /// <summary>The API key; null for calls that need none, and where the <see cref="HttpClient"/> brings its own.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Address of the API. Default <c>https://openrouter.ai/api/v1</c>; a Weir has it at <c>/api/v1</c> too.</summary>
    public Uri BaseUrl { get; init; } = new("https://openrouter.ai/api/v1");

    /// <summary>Address of the application, for rankings (<c>HTTP-Referer</c>); null sends none.</summary>
    public string? AppUrl { get; init; }

    /// <summary>Name of the application, for rankings (<c>X-Title</c>); null sends none.</summary>
    public string? AppTitle { get; init; }

    /// <summary>How often a call is tried again after 408, 409, 429, 5xx or a broken connection, 0 or more. Default 2.</summary>
    public int MaxRetries { get; init; } = 2;

    /// <summary>Longest pause before another try that the server may ask for; when it asks for more, its error is thrown. Default 60 s.</summary>
    public TimeSpan MaxRetryDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Largest event of a stream, in bytes. Default 16 MiB.</summary>
    public int MaxEventBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The clock of pauses. Default the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
