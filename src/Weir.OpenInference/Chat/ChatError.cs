using System.Globalization;
using System.Text.Json;

namespace Weir.OpenInference;

/// <summary>An error as OpenAI, OpenRouter and their relatives write it: <c>{"error":{"message":"…","code":429,"type":"…"}}</c>.</summary>
public sealed record ChatError
{
    /// <summary>What went wrong, without keys that the provider may have quoted.</summary>
    public required string Message { get; init; }

    /// <summary>Code as text, number or name; null if the error has none.</summary>
    public string? Code { get; init; }

    /// <summary>Kind of error, such as <c>invalid_request_error</c>; null if the error has none.</summary>
    public string? Type { get; init; }

    /// <summary>The code where it is an HTTP status, else null.</summary>
    public int? Status =>
        int.TryParse(Code, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 599 ? status : null;

    /// <summary>Reads the error of a body. Null if it is not JSON or holds none.</summary>
    public static ChatError? Read(ReadOnlyMemory<byte> body)
    {
        using var document = JsonRead.ParseObject(body);
        return document is null ? null : Find(document.RootElement);
    }

    internal static ChatError? Find(JsonElement reply) => FromOwner(reply) ?? FromChoices(reply);

    /// <summary>The error of an object itself, not of what it holds.</summary>
    internal static ChatError? FromOwner(JsonElement owner)
    {
        if (JsonRead.TryGetString(owner, "error"u8, out var text))
        {
            return new ChatError { Message = SecretScrubber.Scrub(text) };
        }

        if (!JsonRead.TryGetObject(owner, "error"u8, out var error))
        {
            return null;
        }

        return new ChatError
        {
            Message = JsonRead.TryGetString(error, "message"u8, out var message) ? SecretScrubber.Scrub(message) : "The reply holds an error without a message.",
            Code = ReadCode(error),
            Type = JsonRead.TryGetString(error, "type"u8, out var type) ? type : null,
        };
    }

    private static ChatError? FromChoices(JsonElement reply)
    {
        if (JsonRead.TryGetArray(reply, "choices"u8, out var choices))
        {
            foreach (var choice in choices.EnumerateArray())
            {
                if (FromOwner(choice) is { } inChoice)
                {
                    return inChoice;
                }
            }
        }

        return null;
    }

    private static string? ReadCode(JsonElement error)
    {
        if (JsonRead.TryGetString(error, "code"u8, out var name))
        {
            return name;
        }

        return JsonRead.TryGetInteger(error, "code"u8, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;
    }
}
