namespace Weir.Server.Configuration;

/// <summary>A document of models that the running server reads again and again.</summary>
public sealed record ImportConfiguration
{
    public required Uri Url { get; init; }

    /// <summary>Slug of the provider that answers them.</summary>
    public required string Provider { get; init; }

    /// <summary>From one reading to the next; default an hour.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromHours(1);
}
