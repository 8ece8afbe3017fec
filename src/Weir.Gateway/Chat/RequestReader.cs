using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using Weir.Gateway.Pipeline;
using Weir.Protocol.Errors;

namespace Weir.Gateway.Chat;

/// <summary>Reads the members of a JSON request in one pass over its bytes, and those that every operation has.</summary>
/// <remarks><code>{"model":"acme/small","stream":true,"user":"u1","anything":"else"}</code></remarks>
internal static class RequestReader
{
    /// <summary>Objects and lists inside each other that a request may have.</summary>
    public const int MaxDepth = 64;

    private const int FirstMembers = 12;
    private const int MostSearched = 32;
    private const int LongestSessionId = 256;

    /// <param name="body">As received.</param>
    /// <param name="example">A request of the operation, for whoever sent something else.</param>
    /// <exception cref="GatewayException">400: the body is not a JSON object, or one of the common members is wrong; the message says where.</exception>
    public static ModelRequest Read(ReadOnlyMemory<byte> body, string example)
    {
        if (!Utf8.IsValid(body.Span))
        {
            throw Invalid("The request body is not valid UTF-8. Encode it as UTF-8, for example with an HTTP client's own JSON support.");
        }

        try
        {
            return Interpret(body, ReadMembers(body.Span, example));
        }
        catch (JsonException wrong)
        {
            var place = wrong.LineNumber is { } line ? $" (line {line + 1}, byte {wrong.BytePositionInLine})" : "";
            throw Invalid($"The request body is not valid JSON{place}: {Problem(wrong)}");
        }
    }

    private static ImmutableArray<JsonMember> ReadMembers(ReadOnlySpan<byte> body, string example)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw Invalid($"The request body must be a JSON object, for example {example}.");
        }

        var members = ImmutableArray.CreateBuilder<JsonMember>(FirstMembers);
        Dictionary<string, int>? places = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = WireText.Read(reader);
            _ = reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();

            // A name given twice: the last one counts, for us and for the provider alike.
            var member = new JsonMember(name, start, (int)reader.BytesConsumed - start);
            if (PlaceOf(name, members, places) is { } place)
            {
                members[place] = member;
                continue;
            }

            // A request has a dozen names, which are quickly searched; but a body can hold a million.
            members.Add(member);
            places ??= members.Count == MostSearched ? PlacesOf(members) : null;
            places?.TryAdd(name, members.Count - 1);
        }

        // Read on: anything but white space behind the object is an error.
        _ = reader.Read();
        return members.DrainToImmutable();
    }

    private static int? PlaceOf(string name, ImmutableArray<JsonMember>.Builder members, Dictionary<string, int>? places)
    {
        if (places is not null)
        {
            return places.TryGetValue(name, out var known) ? known : null;
        }

        for (var index = 0; index < members.Count; index++)
        {
            if (members[index].Name == name)
            {
                return index;
            }
        }

        return null;
    }

    private static Dictionary<string, int> PlacesOf(ImmutableArray<JsonMember>.Builder members)
    {
        var places = new Dictionary<string, int>(members.Count * 2, StringComparer.Ordinal);
        for (var index = 0; index < members.Count; index++)
        {
            places.Add(members[index].Name, index);
        }

        return places;
    }

    private static ModelRequest Interpret(ReadOnlyMemory<byte> body, ImmutableArray<JsonMember> members)
    {
        var raw = new ModelRequest { Body = body, Members = members };
        var request = raw with
        {
            Model = Text(raw, "model"),
            Models = Texts(raw, "models"),
            Stream = Flag(raw, "stream"),
            User = Text(raw, "user"),
            SessionId = Text(raw, "session_id"),
        };
        if (request.SessionId is { Length: > LongestSessionId })
        {
            throw Invalid($"'session_id' has {request.SessionId.Length} characters; at most {LongestSessionId} are allowed.");
        }

        return request;
    }

    private static string? Text(ModelRequest request, string name)
    {
        if (!request.Has(name))
        {
            return null;
        }

        var reader = new Utf8JsonReader(request.Value(name).Span);
        return reader.Read() && reader.TokenType == JsonTokenType.String ? WireText.Read(reader) : throw Invalid($"'{name}' must be a string.");
    }

    private static bool Flag(ModelRequest request, string name)
    {
        if (!request.Has(name))
        {
            return false;
        }

        var value = request.Value(name).Span;
        return value.SequenceEqual("true"u8) || (value.SequenceEqual("false"u8) ? false : throw Invalid($"'{name}' must be true or false."));
    }

    private static ImmutableArray<string> Texts(ModelRequest request, string name)
    {
        if (!request.Has(name))
        {
            return [];
        }

        var reader = new Utf8JsonReader(request.Value(name).Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
        {
            throw Invalid($"'{name}' must be a list of strings.");
        }

        var texts = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            texts.Add(reader.TokenType == JsonTokenType.String ? WireText.Read(reader) : throw Invalid($"'{name}' must be a list of strings."));
        }

        return texts.ToImmutable();
    }

    private static string Problem(JsonException wrong)
    {
        var reason = Reason(wrong);
        return reason.Contains("maximum configured depth", StringComparison.Ordinal)
            ? $"objects and lists lie deeper inside each other than the limit of {MaxDepth}. Flatten the value, or send it as a string."
            : reason;
    }

    // The reader's message ends in the position, which ours already gives.
    private static string Reason(JsonException wrong)
    {
        var end = wrong.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? wrong.Message : wrong.Message[..end];
    }

    private static GatewayException Invalid(string message) => new(GatewayError.Client(GatewayErrorCode.InvalidRequest, message));
}
