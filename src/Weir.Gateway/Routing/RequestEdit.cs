using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Protocols.Json;

namespace Weir.Gateway.Routing;

/// <summary>Writes a request anew with some of its members changed.</summary>
internal static class RequestEdit
{
    public static ModelRequest Apply(ModelRequest request, ImmutableArray<RequestChange> changes)
    {
        var buffer = new ArrayBufferWriter<byte>(request.Body.Length + 256);
        var members = ImmutableArray.CreateBuilder<JsonMember>(request.Members.Length + changes.Length);
        using (var writer = new Utf8JsonWriter(buffer, SentJson.WriterOptions))
        {
            writer.WriteStartObject();
            foreach (var member in request.Members)
            {
                if (!changes.Any(change => change.Name == member.Name))
                {
                    Write(member.Name, request.Body.Span.Slice(member.ValueStart, member.ValueLength));
                }
            }

            foreach (var change in changes)
            {
                if (!change.Value.IsEmpty)
                {
                    Write(change.Name, change.Value.Span);
                }
            }

            writer.WriteEndObject();

            void Write(string name, ReadOnlySpan<byte> value)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(value, skipInputValidation: true);
                members.Add(new JsonMember(name, (int)(writer.BytesCommitted + writer.BytesPending) - value.Length, value.Length));
            }
        }

        return request with { Body = buffer.WrittenMemory, Members = members.ToImmutable() };
    }
}
