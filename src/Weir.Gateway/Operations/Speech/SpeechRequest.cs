using System.Text.Json;
using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Operations.Speech;

/// <summary>Reads a request for speech.</summary>
/// <remarks><code>{"model":"acme/voice","input":"Hello","voice":"anna","response_format":"mp3","speed":1}</code></remarks>
internal static class SpeechRequest
{
    private const string Example = """{"model":"author/slug","input":"Hello","voice":"…"}""";
    private const double SlowestSpeed = 0.25;
    private const double FastestSpeed = 4;

    /// <exception cref="GatewayException">400 with the place that is wrong; 501 for a voice by example.</exception>
    public static ModelRequest Read(ReadOnlyMemory<byte> body)
    {
        var request = RequestReader.Read(body, Example) with { Stream = false };
        _ = RequestCheck.RequiredText(request, "input", "Hello");
        _ = RequestCheck.Text(request, "voice");
        _ = FormatOf(request);
        RequireSpeed(request);
        RequestCheck.ProviderOptions(request);
        if (request.Has("input_references"))
        {
            throw new GatewayException(Weir.Protocol.Errors.GatewayError.NotBuilt("'input_references' (a voice by example)"));
        }

        return request;
    }

    /// <summary><c>mp3</c> or <c>pcm</c>, which is the default.</summary>
    public static string FormatOf(ModelRequest request) => RequestCheck.OneOf(request, "response_format", "mp3", "pcm") ?? "pcm";

    private static void RequireSpeed(ModelRequest request)
    {
        if (!request.Has("speed"))
        {
            return;
        }

        var reader = new Utf8JsonReader(request.Value("speed").Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.Number || !reader.TryGetDouble(out var speed) || speed is < SlowestSpeed or > FastestSpeed)
        {
            throw RequestCheck.Invalid($"'speed' must be a number from {SlowestSpeed} to {FastestSpeed}.");
        }
    }
}
