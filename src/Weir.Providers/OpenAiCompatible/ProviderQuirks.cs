using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Weir.Providers.OpenAiCompatible;

/// <summary>One provider that speaks the OpenAI dialect in its own way.</summary>
internal sealed record ProviderQuirks
{
    /// <summary>A provider of which nothing is known.</summary>
    public static readonly ProviderQuirks None = new() { Slug = "" };

    public required string Slug { get; init; }

    /// <summary>Host of its API; null: it has none of its own, as software that people run themselves.</summary>
    public string? Host { get; init; }

    public RequestQuirks Request { get; init; } = RequestQuirks.None;

    /// <summary>Models with quirks of their own; the first that matches counts.</summary>
    public ImmutableArray<ModelQuirks> Models { get; init; } = [];

    public AnswerQuirks Answer { get; init; }

    /// <summary>Parameters of the chat API that the provider takes for one model at least.</summary>
    public FrozenSet<string> Parameters
    {
        get
        {
            var requests = Models.Select(model => model.Request).Append(Request).ToArray();
            return ChatRequestTranslator.Declarable.Where(name => Array.Exists(requests, request => request.Takes(name))).ToFrozenSet(StringComparer.Ordinal);
        }
    }

    public RequestQuirks RequestOf(string model) => Models.FirstOrDefault(row => row.Includes(model))?.Request ?? Request;
}
