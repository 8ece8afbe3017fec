namespace Weir.Providers.Anthropic;

/// <summary>What a model accepts, by the generation that its name tells: each of them took parameters away and brought others.</summary>
/// <remarks>
/// <code>
/// claude-3-7-sonnet-20250219   claude-sonnet-4-5   claude-opus-5   anthropic.claude-haiku-4-5-20251001-v1:0
/// </code>
/// A name without a Claude version is another company's model behind the same dialect; it is spoken to as the first models with thinking were.
/// Source: model pages and migration guides of the Claude documentation.
/// </remarks>
internal sealed class ClaudeModel
{
    private const int FirstAlwaysThinking = 50;

    private readonly string _family;
    private readonly int _version;

    private ClaudeModel(string name, string family, int version)
    {
        Name = name;
        _family = family;
        _version = version;
    }

    public string Name { get; }

    /// <summary>Can think at all.</summary>
    public bool Thinks => _version is 0 or >= 37;

    /// <summary>Thinks as much as it finds fit, steered by an effort, not by a budget.</summary>
    public bool IsAdaptive => _version >= 46;

    /// <summary>Takes a token budget for thinking.</summary>
    public bool TakesBudget => _version < 47;

    /// <summary>Takes temperature, top_p and top_k.</summary>
    public bool TakesSampling => _version < 47;

    /// <summary>Takes temperature and top_p in one request.</summary>
    public bool TakesBothSamplings => _version < 41;

    public bool TakesExtraHighEffort => _version >= 47;

    /// <summary>Takes a schema that the answer must match.</summary>
    public bool TakesSchema => _version is 0 or 41 or >= 45;

    /// <summary>Goes on from the beginning of an answer; later models refuse a conversation that ends in one.</summary>
    public bool TakesPrefill => _version < 46;

    /// <summary>Thinks unless it is told not to.</summary>
    public bool ThinksByDefault => _version >= 50;

    /// <summary>Cannot be told not to think.</summary>
    public bool AlwaysThinks => _family is "fable" or "mythos" || (_family == "opus" && _version >= 55);

    /// <summary>Its least thinking is that between tool calls.</summary>
    public bool ThinksBetweenTools => _family == "sonnet" && _version >= 55;

    /// <summary>Can be made to call a tool, or a certain one.</summary>
    public bool TakesForcedTools => !AlwaysThinks && !ThinksBetweenTools;

    /// <summary>Takes system messages within the conversation.</summary>
    public bool TakesSystemTurns => _family switch
    {
        "opus" => _version >= 48,
        "fable" or "mythos" => true,
        _ => _version >= 55,
    };

    public static ClaudeModel Of(string name)
    {
        var words = name.ToLowerInvariant().Split('-', '.', '@', ':', '_', '/');
        var start = Array.IndexOf(words, "claude");
        if (start < 0)
        {
            return new ClaudeModel(name, "", 0);
        }

        var family = Array.Find(words, word => word is "opus" or "sonnet" or "haiku" or "fable" or "mythos") ?? "";
        var major = Array.FindIndex(words, start, IsVersionPart);
        if (major < 0)
        {
            return new ClaudeModel(name, family, family is "fable" or "mythos" ? FirstAlwaysThinking : 0);
        }

        var minor = major + 1 < words.Length && IsVersionPart(words[major + 1]) ? words[major + 1] : "0";
        return new ClaudeModel(name, family, (words[major][0] - '0') * 10 + (minor[0] - '0'));
    }

    // A date is longer.
    private static bool IsVersionPart(string word) => word.Length == 1 && char.IsAsciiDigit(word[0]);
}
