namespace Weir.Protocol.Benchmarks;

/// <summary>Shares of the traffic by what was asked for.</summary>
public sealed record TaskClassificationRecord
{
    /// <summary>Last UTC day that counts, YYYY-MM-DD.</summary>
    public required string AsOf { get; init; }

    /// <summary>Days, <see cref="AsOf"/> included; always 7.</summary>
    public required int WindowDays { get; init; }

    /// <summary>Empty: nothing on this server says what a request was for.</summary>
    public required IReadOnlyList<TaskShareRecord> Classifications { get; init; }

    /// <summary>Empty: nothing on this server says what a request was for.</summary>
    public required IReadOnlyList<MacroCategoryRecord> MacroCategories { get; init; }
}
