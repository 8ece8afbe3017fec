using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Weir.Ledger.Keys;

namespace Weir.Gateway.ResponseCache;

/// <summary>What two requests must have in common for the second to get the answer of the first.</summary>
/// <remarks>
/// The API key, the model, the kind of endpoint, the stream flag and the body.
/// Of the body only white space outside of strings does not count: property order does, and defaults are not written out. One SHA-256 over all
/// of it, so that a key says nothing about its request.
/// </remarks>
public readonly record struct CacheKey
{
    private const int PieceBytes = 4096;

    private readonly UInt128 _high;
    private readonly UInt128 _low;

    private CacheKey(ReadOnlySpan<byte> hash)
    {
        _high = MemoryMarshal.Read<UInt128>(hash);
        _low = MemoryMarshal.Read<UInt128>(hash[16..]);
    }

    /// <param name="owner">Whose key: answers are never shared between keys.</param>
    /// <param name="model">The slug asked for.</param>
    /// <param name="kind">Of the endpoint, <see cref="Protocols.IProtocol.CacheName"/>.</param>
    /// <param name="isStreamed">Whether the answer is streamed.</param>
    /// <param name="body">JSON, as it was received.</param>
    public static CacheKey Of(KeyHash owner, string model, string kind, bool isStreamed, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        // No slug or name holds a line end: the parts cannot run into each other.
        hash.AppendData(Encoding.UTF8.GetBytes($"{owner}\n{model}\n{kind}\n{(isStreamed ? "stream" : "whole")}\n"));
        AppendWithoutSpace(hash, body);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _ = hash.GetHashAndReset(digest);
        return new CacheKey(digest);
    }

    private static void AppendWithoutSpace(IncrementalHash hash, ReadOnlySpan<byte> json)
    {
        Span<byte> piece = stackalloc byte[PieceBytes];
        var length = 0;
        var isInString = false;
        var isEscaped = false;
        foreach (var next in json)
        {
            if (!isInString && next is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
            {
                continue;
            }

            isInString ^= next == (byte)'"' && !isEscaped;
            isEscaped = isInString && next == (byte)'\\' && !isEscaped;
            if (length == PieceBytes)
            {
                hash.AppendData(piece);
                length = 0;
            }

            piece[length++] = next;
        }

        hash.AppendData(piece[..length]);
    }
}
