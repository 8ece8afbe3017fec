using System.Collections.Frozen;
using Weir.Gateway.Guardrails.Filters;
using Weir.Gateway.Guardrails.Injection;

namespace Weir.Gateway.Guardrails;

/// <summary>The content filters that come with the server.</summary>
public static class BuiltinFilters
{
    /// <summary>The one of prompt injections, which alone can search more than what users write.</summary>
    public const string PromptInjectionSlug = "regex-prompt-injection";

    private static readonly FrozenDictionary<string, (string Label, MatchFinder? Find)> Known = new Dictionary<string, (string, MatchFinder?)>
    {
        ["email"] = ("[EMAIL]", PersonalData.Email),
        ["phone"] = ("[PHONE]", PersonalData.Phone),
        ["ssn"] = ("[SSN]", PersonalData.SocialSecurity),
        ["credit-card"] = ("[CREDIT_CARD]", CardNumbers.Find),
        ["ip-address"] = ("[IP_ADDRESS]", IpAddresses.Find),
        [PromptInjectionSlug] = ("[PROMPT_INJECTION]", PromptInjection.Find),

        // These need a model of language, which is not here.
        ["person-name"] = ("[PERSON_NAME]", null),
        ["address"] = ("[ADDRESS]", null),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether the API has a filter of this name.</summary>
    public static bool Has(string slug) => Known.ContainsKey(slug);

    /// <summary>Whether this version can search for it.</summary>
    public static bool IsBuilt(string slug) => Known.TryGetValue(slug, out var known) && known.Find is not null;

    /// <summary>What stands in place of a match.</summary>
    public static string LabelOf(string slug) => Known[slug].Label;

    /// <summary>Makes what a filter takes to search, which is slow the first time, so that no request waits for it.</summary>
    public static void Prepare(string slug)
    {
        if (slug == PromptInjectionSlug)
        {
            PromptInjection.Prepare();
        }
    }

    internal static MatchFinder FinderOf(string slug) => Known[slug].Find ?? throw new InvalidOperationException($"'{slug}' is refused when it is written.");
}
