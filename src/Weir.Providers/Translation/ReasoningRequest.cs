using System.Collections.Frozen;
using System.Text.Json;
using Weir.Gateway.Dispatch;

namespace Weir.Providers.Translation;

/// <summary>What a request says about reasoning, in whichever of its forms.</summary>
/// <remarks>
/// <code>
/// {"reasoning":{"effort":"high","exclude":true}}     {"reasoning":{"max_tokens":2000}}     {"reasoning":{"enabled":false}}
/// {"reasoning_effort":"low"}                         {"include_reasoning":true}
/// </code>
/// </remarks>
internal sealed record ReasoningRequest
{
    // Part of the answer's limit that an effort may think.
    private static readonly FrozenDictionary<string, decimal> Ratios = new Dictionary<string, decimal>
    {
        ["max"] = 0.95m,
        ["xhigh"] = 0.95m,
        ["high"] = 0.8m,
        ["medium"] = 0.5m,
        ["low"] = 0.2m,
        ["minimal"] = 0.1m,
        ["none"] = 0m,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>One of max, xhigh, high, medium, low, minimal; null when none was asked for.</summary>
    public string? Effort { get; private init; }

    /// <summary>Tokens; null when none were given. Wins over the effort.</summary>
    public long? Budget { get; private init; }

    public bool IsOff { get; private init; }

    /// <summary>Reason, but keep it out of the answer.</summary>
    public bool IsExcluded { get; private init; }

    /// <summary>The part of a limit that the effort may think.</summary>
    public long BudgetWithin(long limit) => Effort is null ? limit : (long)(limit * Ratios[Effort]);

    /// <returns>Null when the request says nothing about reasoning, or the endpoint takes nothing of it.</returns>
    /// <exception cref="TranslationException">The forms contradict each other, or an effort is unknown.</exception>
    public static ReasoningRequest? Read(RequestParameters parameters)
    {
        if (!parameters.Takes("reasoning") && !parameters.Takes("reasoning_effort") && !parameters.Takes("include_reasoning"))
        {
            return null;
        }

        var root = parameters.Root;
        var hasObject = root.TryMember("reasoning", out var reasoning);
        var hasLegacy = root.TryMember("include_reasoning", out _);
        var shorthand = root.Text("reasoning_effort");
        return hasObject || hasLegacy || shorthand is not null
            ? Of(reasoning, EffortOf(reasoning.Text("effort"), shorthand), hasLegacy && !root.IsTrue("include_reasoning"))
            : null;
    }

    private static ReasoningRequest Of(JsonElement reasoning, string? effort, bool isExcluded)
    {
        var budget = reasoning.Whole("max_tokens");
        var isEnabled = reasoning.IsTrue("enabled");
        var isOff = effort == "none" || budget == 0 || (reasoning.TryMember("enabled", out _) && !isEnabled);
        return new ReasoningRequest
        {
            // Asked for without saying how much: the middle.
            Effort = isOff ? null : effort ?? (isEnabled && budget is null ? "medium" : null),
            Budget = isOff || budget < 0 ? null : budget,
            IsOff = isOff,
            IsExcluded = isExcluded || reasoning.IsTrue("exclude"),
        };
    }

    private static string? EffortOf(string? effort, string? shorthand)
    {
        if (effort is not null && shorthand is not null && effort != shorthand)
        {
            throw new TranslationException($"'reasoning.effort' is '{effort}' and 'reasoning_effort' is '{shorthand}'. Send one of them.");
        }

        var wanted = effort ?? shorthand;
        return wanted is null || Ratios.ContainsKey(wanted)
            ? wanted
            : throw new TranslationException(
                $"The reasoning effort '{wanted}' is unknown. Use one of {string.Join(", ", Ratios.Keys.Order(StringComparer.Ordinal))}.");
    }
}
