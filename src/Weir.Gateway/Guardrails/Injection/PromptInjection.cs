namespace Weir.Gateway.Guardrails.Injection;

/// <summary>Finds attempts to talk a model out of its instructions: by pattern, with scrambled words, encoded, and with letters pulled apart.</summary>
/// <remarks>Every part reads the text once, or a bounded number of times: time in proportion to its length.</remarks>
internal static class PromptInjection
{
    /// <summary>Makes what searching takes, so that no request waits for it.</summary>
    public static void Prepare()
    {
        foreach (var pattern in InjectionPatterns.All)
        {
            pattern.Prepare();
        }
    }

    public static void Find(string text, ScanBudget budget, List<TextMatch> found)
    {
        foreach (var pattern in InjectionPatterns.All)
        {
            pattern.Find(text, budget, found);
            budget.Check();
        }

        ScrambledWords.Find(text, found);
        EncodedText.Find(text, found);
        budget.Check();
        SpacedText.Find(text, budget, found);
        HiddenSigns.Find(text, budget, found);
    }
}
