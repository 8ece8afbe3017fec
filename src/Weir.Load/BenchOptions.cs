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
    public int Trials { get; init; } = UsualTrials(isQuick: false);

    /// <summary>Trials when nobody says how many.</summary>
    public static int UsualTrials(bool isQuick) => isQuick ? 1 : 5;

    /// <summary>How long one system is asked for one figure.</summary>
    internal double SliceSeconds => IsQuick ? 0.8 : 2;

    /// <summary>The most one system is asked for one model before anything is measured; seconds.</summary>
    internal double WarmUpLimitSeconds => IsQuick ? 1.6 : 40;
}
