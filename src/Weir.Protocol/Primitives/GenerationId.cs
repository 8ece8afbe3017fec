using System.Security.Cryptography;

namespace Weir.Protocol.Primitives;

/// <summary>Names one inference request: the response's <c>id</c>, its <c>X-Generation-Id</c> and its record.</summary>
/// <remarks>Shape: <c>gen-&lt;unix seconds&gt;-&lt;20 letters and digits&gt;</c>; only the prefix is promised.</remarks>
public readonly record struct GenerationId(string Value)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>Makes a new id; unguessable, so that knowing one says nothing about another.</summary>
    public static GenerationId New(DateTimeOffset now) =>
        new($"gen-{now.ToUnixTimeSeconds()}-{RandomNumberGenerator.GetString(Alphabet, 20)}");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
