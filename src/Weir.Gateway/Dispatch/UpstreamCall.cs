using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Debugging;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Chat;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Dispatch;

/// <summary>What a dialect needs to know to write one upstream request.</summary>
public sealed record UpstreamCall
{
    public IOperation Operation { get; init; } = ChatOperation.Instance;
    public required ModelRequest Request { get; init; }
    public required EndpointEntry Endpoint { get; init; }

    /// <summary>When it is sent: a dialect that signs its requests has no clock of its own.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>The caller's end user, folded into an identity that says nothing about them; null when none was given.</summary>
    public string? HashedUser { get; init; }

    /// <summary>Features of Anthropic that the caller switches on, separated by commas; null when none.</summary>
    public string? AnthropicBeta { get; init; }

    /// <summary>Takes what the caller is to be told of the attempt; null when they do not ask.</summary>
    public DebugState? Debug { get; init; }

    /// <summary>The room that the caller's body takes up; null when it takes none.</summary>
    public BodyRoom? Room { get; init; }

    /// <summary>The caller's <c>x-sim-*</c> headers.</summary>
    public ImmutableArray<KeyValuePair<string, string>> SimulatorHeaders { get; init; } = [];

    /// <summary>What the endpoint's dialect translates the operation with.</summary>
    /// <exception cref="TranslationException">The dialect does not have the operation.</exception>
    public IOperationTranslator Translator => Endpoint.Provider.Dialect.Find(Operation)
        ?? throw new TranslationException($"the dialect '{Endpoint.Provider.Dialect.Dialect}' has nothing for {Operation.Path}.");
}
