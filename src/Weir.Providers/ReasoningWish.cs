using System.Text.Json;
using Weir.Gateway.Dispatch;
using Weir.Providers.Translation;

namespace Weir.Providers;

/// <summary>What a request says about reasoning, whichever of the three members it says it with.</summary>
/// <remarks>
/// <code>
/// {"reasoning":{"effort":"high","max_tokens":2000,"exclude":true,"enabled":true}}
/// {"reasoning_effort":"high"}
/// {"include_reasoning":false}
/// </code>
/// </remarks>
internal sealed record ReasoningWish
{
    private static readonly string[] Efforts = ["max", "xhigh", "high", "medium", "low", "minimal", "none"];

    /// <summary><c>max</c>, <c>xhigh</c>, <c>high</c>, <c>medium</c>, <c>low</c> or <c>minimal</c>; null when none is named.</summary>
    public string? Effort { get; private init; }

    /// <summary>Tokens to think with; null when none are named.</summary>
    public long? Budget { get; private init; }

    /// <summary>Reason, but do not show it.</summary>
    public bool IsHidden { get; private init; }

    /// <summary>Reasoning is asked for.</summary>
    public bool IsOn { get; private init; }

    /// <summary>Reasoning is to be switched off.</summary>
    public bool IsOff { get; private init; }

    /// <summary>The share of the output limit that an effort stands for.</summary>
    public decimal Share => Effort switch
    {
        "max" or "xhigh" => 0.95m,
        "high" => 0.8m,
        "low" => 0.2m,
        "minimal" => 0.1m,
        _ => 0.5m,
    };

    /// <exception cref="TranslationException">The members contradict each other, or name an effort that there is not.</exception>
    public static ReasoningWish Read(JsonElement request)
    {
        var reasoning = request.FindObject("reasoning");
        var effort = EffortOf(reasoning?.Text("effort"), request.Text("reasoning_effort"));
        var budget = reasoning?.Count("max_tokens");
        var enabled = reasoning?.Flag("enabled");
        var isOff = enabled == false || effort == "none" || budget == 0;
        return new ReasoningWish
        {
            Effort = effort == "none" ? null : effort,
            Budget = budget > 0 ? budget : null,
            IsHidden = reasoning?.Flag("exclude") ?? request.Flag("include_reasoning") == false,
            IsOff = isOff,
            IsOn = !isOff && (enabled == true || effort is not null || budget is not null),
        };
    }

    private static string? EffortOf(string? effort, string? shorthand)
    {
        if (effort is not null && shorthand is not null && effort != shorthand)
        {
            throw new TranslationException($"'reasoning.effort' is \"{effort}\" and 'reasoning_effort' is \"{shorthand}\"; send one of the two.");
        }

        var named = effort ?? shorthand;
        return named is null || Efforts.Contains(named)
            ? named
            : throw new TranslationException($"'reasoning.effort' is \"{named}\"; it can be {string.Join(", ", Efforts)}.");
    }
}
