using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Routing;

/// <summary>Which requests belong to one conversation: they say so, or they begin alike, as a prompt cache sees it.</summary>
/// <param name="Id">Half of a SHA-256: the text of a conversation is not kept.</param>
/// <param name="IsSession">Whether the caller names it; then it stays with its endpoint even where no cache is reported.</param>
public readonly record struct StickyConversation(UInt128 Id, bool IsSession)
{
    /// <summary>
    /// By <c>session_id</c>, else <c>x-session-id</c>, else <c>prompt_cache_key</c>, else the first system or developer message with the first other one.
    /// </summary>
    public static StickyConversation Of(ModelRequest request, InboundHeaders headers)
    {
        if ((request.SessionId ?? headers.SessionId) is { Length: > 0 } session)
        {
            return new(Hash("session", Encoding.UTF8.GetBytes(session), default), IsSession: true);
        }

        return request.Has("prompt_cache_key")
            ? new(Hash("cache", request.Value("prompt_cache_key").Span, default), IsSession: false)
            : new(HashOfBeginning(request.Value("messages").Span), IsSession: false);
    }

    private static UInt128 HashOfBeginning(ReadOnlySpan<byte> messages)
    {
        ReadOnlySpan<byte> instruction = default, first = default;
        var reader = new Utf8JsonReader(messages);
        _ = reader.Read();
        while (first.IsEmpty && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            var start = (int)reader.TokenStartIndex;
            var isInstruction = IsInstruction(reader);
            reader.Skip();
            var message = messages[start..(int)reader.BytesConsumed];
            if (!isInstruction)
            {
                first = message;
            }
            else if (instruction.IsEmpty)
            {
                instruction = message;
            }
        }

        return Hash("beginning", instruction, first);
    }

    // Takes a copy of the reader.
    private static bool IsInstruction(Utf8JsonReader message)
    {
        while (message.Read() && message.TokenType == JsonTokenType.PropertyName)
        {
            var isRole = WireText.Is(message, "role"u8);
            _ = message.Read();
            if (isRole)
            {
                return message.TokenType == JsonTokenType.String && (WireText.Is(message, "system"u8) || WireText.Is(message, "developer"u8));
            }

            message.Skip();
        }

        return false;
    }

    private static UInt128 Hash(string kind, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{kind} {first.Length}\n"));
        hash.AppendData(first);
        hash.AppendData(second);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        _ = hash.GetHashAndReset(digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }
}
