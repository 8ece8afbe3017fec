using System.Globalization;

namespace Weir.Providers.Gemini;

/// <summary>What a model can do that differs between generations, read from its name.</summary>
/// <remarks>
/// Names are open-ended (<c>gemini-2.5-flash-lite</c>, <c>gemini-3.1-pro-preview</c>, <c>gemini-flash-latest</c>), so an unknown one counts as
/// the newest generation. Source: https://ai.google.dev/gemini-api/docs/thinking.
/// </remarks>
internal sealed class GeminiModel
{
    private const string Family = "gemini-";

    private readonly string _name;
    private readonly decimal _version;

    /// <param name="upstreamModel">With or without <c>models/</c> before it.</param>
    public GeminiModel(string upstreamModel)
    {
        _name = upstreamModel[(upstreamModel.LastIndexOf('/') + 1)..].ToLowerInvariant();
        _version = VersionOf(_name);
    }

    /// <summary>Where a model is, below the base address. A tuned model carries its own collection: <c>tunedModels/x</c>.</summary>
    public static string Path(string upstreamModel) => upstreamModel.Contains('/', StringComparison.Ordinal) ? upstreamModel : "models/" + upstreamModel;

    /// <summary>Open models have no place for a system instruction.</summary>
    public bool HasSystemInstruction => !_name.StartsWith("gemma-", StringComparison.Ordinal);

    /// <summary>From 3 on: thinking levels, signatures that must come back, media inside function responses.</summary>
    public bool IsThirdGeneration => _version >= 3;

    public bool CanThink => _version >= 2.5m;

    public bool HasThinkingLevels => IsThirdGeneration && !IsPro("-image");

    public bool HasPenalties => _version != 2.5m;

    /// <summary>Whether thinking can be turned off, or so far down that it is as good as off.</summary>
    public bool CanStopThinking => HasThinkingLevels ? HasMinimalLevel : !IsPro("");

    public string LowestLevel => HasMinimalLevel ? "minimal" : "low";

    /// <summary>Tokens, at least this many when it thinks at all.</summary>
    public long LeastBudget => IsPro("") ? 128 : _name.Contains("lite", StringComparison.Ordinal) ? 512 : 1;

    /// <summary>Tokens.</summary>
    public long LargestBudget => IsPro("") || IsThirdGeneration ? 32_768 : 24_576;

    /// <summary>The nearest level the model has to an effort.</summary>
    public string LevelOf(string effort) => effort switch
    {
        "minimal" => LowestLevel,
        "low" => "low",

        // The first model with levels has two of them.
        "medium" => _version == 3.0m && IsPro("") ? "high" : "medium",
        _ => "high",
    };

    // Flash models up to 3.6 and all light ones have it; the others answer 400.
    private bool HasMinimalLevel =>
        _name.Contains("flash", StringComparison.Ordinal) && (_version < 3.7m || _name.Contains("lite", StringComparison.Ordinal));

    private bool IsPro(string kind) => _name.Contains("-pro" + kind, StringComparison.Ordinal);

    private static decimal VersionOf(string name)
    {
        if (!name.StartsWith(Family, StringComparison.Ordinal))
        {
            return 0;
        }

        var digits = name[Family.Length..].Split('-')[0];
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version) ? version : decimal.MaxValue;
    }
}
