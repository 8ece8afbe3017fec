using Weir.Gateway.Dispatch;

namespace Weir.Providers;

/// <summary>Fits what a request says about reasoning to the efforts that a model knows.</summary>
internal static class EffortScale
{
    private static readonly string[] Ascending = ["minimal", "low", "medium", "high", "xhigh", "max"];

    // Shares of the output limit, as the reasoning documentation of the chat API gives them.
    private static readonly (string Effort, decimal Share)[] Shares = [("minimal", 0.1m), ("low", 0.2m), ("medium", 0.5m), ("high", 0.8m), ("xhigh", 0.95m)];

    /// <summary>The effort to send; null when the request asks for none in particular.</summary>
    /// <param name="wish">What the request says.</param>
    /// <param name="limit">Tokens of the answer at most; null when the request does not say.</param>
    /// <param name="known">Efforts of the model, <c>none</c> among them when it can go without.</param>
    /// <exception cref="TranslationException">Reasoning is to be off and the model cannot go without.</exception>
    public static string? Fit(ReasoningWish wish, long? limit, IReadOnlyList<string> known)
    {
        if (wish.IsOff)
        {
            return known.Contains("none")
                ? "none"
                : throw new TranslationException("the model cannot answer without reasoning. Leave 'reasoning' out, or ask for the lowest effort.");
        }

        var wanted = wish.Effort ?? OfBudget(wish.Budget, limit) ?? (wish.IsOn ? "medium" : null);
        return wanted is null ? null : Nearest(wanted, known);
    }

    // A tie goes to the lower one, which costs less.
    private static string Nearest(string effort, IReadOnlyList<string> known) =>
        known.Where(name => name != "none").MinBy(name => Math.Abs(Array.IndexOf(Ascending, name) - Array.IndexOf(Ascending, effort)))!;

    private static string? OfBudget(long? budget, long? limit)
    {
        if (budget is null || limit is not > 0)
        {
            return null;
        }

        return Shares.MinBy(row => Math.Abs((row.Share * limit.Value) - budget.Value)).Effort;
    }
}
