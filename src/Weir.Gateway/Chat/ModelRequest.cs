using System.Collections.Immutable;

namespace Weir.Gateway.Chat;

/// <summary>A chat completion request: the caller's own bytes, and the few values that routing and metering need.</summary>
/// <remarks>The body is never turned into objects: an upstream request is made by copying member ranges of these bytes.</remarks>
public sealed record ModelRequest
{
    /// <summary>UTF-8 JSON object, as received.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Top-level members in order; a repeated name keeps its last value.</summary>
    public required ImmutableArray<JsonMember> Members { get; init; }

    /// <summary>The slug the caller asked for; null when the request names none.</summary>
    public string? Model { get; init; }

    /// <summary>Fallback models after <see cref="Model"/>, in order.</summary>
    public ImmutableArray<string> Models { get; init; } = [];

    public bool Stream { get; init; }

    /// <summary>Whether the last message is the beginning of the answer, for the model to go on from.</summary>
    public bool EndsInOpenAnswer { get; init; }

    /// <summary>The caller's end user.</summary>
    public string? User { get; init; }

    public string? SessionId { get; init; }

    /// <summary>Bytes of a member's value; empty when the request lacks it.</summary>
    public ReadOnlyMemory<byte> Value(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name == name)
            {
                return Body.Slice(member.ValueStart, member.ValueLength);
            }
        }

        return default;
    }

    /// <summary>Whether the request has a member with another value than null.</summary>
    public bool Has(string name) => Value(name) is { IsEmpty: false } value && !value.Span.SequenceEqual("null"u8);
}
