namespace Weir.Protocol.Models;

/// <summary>Values recommended for parameters that are not sent; null: none.</summary>
public sealed record SamplingDefaultsRecord
{
    /// <summary>From 0 to 2; 0 nearly always gives the same answer.</summary>
    public double? Temperature { get; init; }

    /// <summary>From 0 to 1; 1 leaves it off.</summary>
    public double? TopP { get; init; }

    /// <summary>A number of tokens; 0 leaves it off.</summary>
    public int? TopK { get; init; }

    /// <summary>From -2 to 2; 0 changes nothing.</summary>
    public double? FrequencyPenalty { get; init; }

    /// <summary>From -2 to 2; 0 changes nothing.</summary>
    public double? PresencePenalty { get; init; }

    /// <summary>From 0 to 2; 1 changes nothing.</summary>
    public double? RepetitionPenalty { get; init; }
}
