using System.Collections.Immutable;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Dispatch;
using Weir.Gateway.Guardrails;
using Weir.Gateway.Pipeline;
using Weir.Ledger.Keys;
using Weir.Ledger.Pricing;
using Weir.Ledger.Records;

namespace Weir.Gateway.Recording;

/// <summary>Everything that is known of one exchange when it is over: what its spans are made from.</summary>
public sealed record ExchangeRecord
{
    private ReadOnlyMemory<byte>? _answer;

    public required Inbound Inbound { get; init; }
    public required Caller Caller { get; init; }

    /// <summary>Null when the request could not be read.</summary>
    public ModelRequest? Request { get; init; }

    /// <summary>What the guardrails of the caller ask for.</summary>
    public CallerRestrictions Restrictions { get; init; } = CallerRestrictions.None;

    /// <summary>What the endpoints were asked; null when it ended before it was known who can answer.</summary>
    public Routed? Routed { get; init; }

    /// <summary>The endpoint that answered; null when none did.</summary>
    public EndpointEntry? Endpoint { get; init; }

    public required ImmutableArray<Attempt> Attempts { get; init; }
    public required GenerationRow Generation { get; init; }

    /// <summary>Tokens, with details that the generation does not keep; null when nothing was answered.</summary>
    public TokenUsage? Usage { get; init; }

    /// <summary>The answer as JSON, as far as it came; empty when there was none. Made when it is first asked: where nothing is kept nobody does.</summary>
    public ReadOnlyMemory<byte> Answer
    {
        get => _answer ??= Relayed?.Answer.ToJson() ?? default;
        init => _answer = value;
    }

    private Relayed? Relayed { get; init; }

    public static ExchangeRecord Of(Settled settled)
    {
        var committed = settled.Relayed.Committed;
        var parsed = committed.Routed.Prepared.Parsed;
        return new ExchangeRecord
        {
            Inbound = committed.Inbound,
            Caller = parsed.Authenticated.Caller,
            Request = parsed.Request,
            Restrictions = parsed.Restrictions,
            Routed = committed.Routed,
            Endpoint = committed.Answer.Candidate.Endpoint,
            Attempts = committed.Attempts,
            Generation = settled.Generation,
            Usage = settled.Relayed.Usage,
            Relayed = settled.Relayed,
        };
    }
}
