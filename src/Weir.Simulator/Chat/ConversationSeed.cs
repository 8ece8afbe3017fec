using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Chat;

/// <summary>Turns a conversation and its seed into the number that decides the answer.</summary>
/// <remarks>Limits, stops, streaming and the beginning of the answer are left out: the same question cut shorter begins the same way.</remarks>
internal static class ConversationSeed
{
    public static ulong Of(ChatRequest request, string modelId)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, modelId);
        Add(hash, request.Seed.ToString());
        foreach (var message in request.Prefill.Length > 0 ? request.Messages[..^1] : request.Messages)
        {
            Add(hash, message.Role);
            Add(hash, message.Name ?? "");
            Add(hash, message.Text);
            Add(hash, message.MediaCount.ToString());
            Add(hash, message.ToolCallId ?? "");
            foreach (var call in message.ToolCalls)
            {
                Add(hash, call.Id);
                Add(hash, call.Name);
                Add(hash, call.Arguments);
            }
        }

        foreach (var tool in request.Tools)
        {
            Add(hash, tool.Name);
            Add(hash, tool.Description);
            Add(hash, tool.Parameters);
        }

        Add(hash, request.ToolChoice.ToString());
        Add(hash, request.ParallelToolCalls ? "parallel" : "single");
        Add(hash, request.Format.Kind.ToString());
        Add(hash, request.Format.Schema);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, string text) => Add(hash, Encoding.UTF8.GetBytes(text));

    // Written out again, so that white space in a schema does not change the answer.
    private static void Add(IncrementalHash hash, JsonElement json) =>
        Add(hash, json.ValueKind == JsonValueKind.Undefined ? [] : JsonOutput.Build(json.WriteTo).Span);

    // Length first: without it "ab"+"c" and "a"+"bc" would be one conversation.
    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> bytes)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
