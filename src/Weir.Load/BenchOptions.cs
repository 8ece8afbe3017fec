namespace Weir.Load;

/// <summary>How long and what <c>weir bench</c> measures.</summary>
public sealed record BenchOptions
{
    /// <summary>Under two minutes: one trial of the main figures.</summary>
    public bool IsQuick { get; init; }

    /// <summary>Also writes every number there, as JSON; null: nowhere.</summary>
    public string? Json { get; init; }

    /// <summary>Also writes a picture there, as SVG; null: nowhere.</summary>
    public string? Picture { get; init; }

    /// <summary>Rounds in which each system has its turn; the order changes from round to round.</summary>
    public int Trials => IsQuick ? 1 : 5;

    /// <summary>How long one system is asked for one figure.</summary>
    internal double SliceSeconds => IsQuick ? 1 : 2;

    /// <summary>The most one system is asked for one model before anything is measured; seconds.</summary>
    internal double WarmUpLimitSeconds => IsQuick ? 2 : 40;
}
