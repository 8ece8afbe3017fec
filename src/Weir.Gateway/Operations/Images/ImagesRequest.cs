using Weir.Gateway.Chat;
using Weir.Gateway.Pipeline;

namespace Weir.Gateway.Operations.Images;

/// <summary>Reads a request for images.</summary>
/// <remarks><code>{"model":"acme/paint","prompt":"a red panda","n":1,"aspect_ratio":"16:9","resolution":"2K","output_format":"png"}</code></remarks>
internal static class ImagesRequest
{
    private const string Example = """{"model":"author/slug","prompt":"a red panda"}""";
    private const int MostImages = 10;
    private const int MostReferences = 16;
    private const int HighestCompression = 100;

    /// <exception cref="GatewayException">400 with the place that is wrong.</exception>
    public static ModelRequest Read(ReadOnlyMemory<byte> body)
    {
        var request = RequestReader.Read(body, Example);
        _ = RequestCheck.RequiredText(request, "prompt", "a red panda");
        var count = RequestCheck.Integer(request, "n", 1, MostImages) ?? 1;
        if (count > 1 && request.Stream)
        {
            throw RequestCheck.Invalid($"'n' is {count}, and a stream shows one image. Ask for one, or without 'stream'.");
        }

        _ = RequestCheck.OneOf(request, "quality", "auto", "low", "medium", "high");
        _ = RequestCheck.OneOf(request, "background", "auto", "transparent", "opaque");
        _ = RequestCheck.OneOf(request, "output_format", "png", "jpeg", "webp", "svg");
        _ = RequestCheck.Integer(request, "output_compression", 0, HighestCompression);
        _ = RequestCheck.Integer(request, "seed", int.MinValue, int.MaxValue);
        _ = ImageSize.Of(request);
        RequestCheck.ProviderOptions(request);
        if (RequestCheck.Text(request, "background") == "transparent" && RequestCheck.Text(request, "output_format") is "jpeg" or "svg")
        {
            throw RequestCheck.Invalid("'background' is \"transparent\", which needs 'output_format' \"png\" or \"webp\".");
        }

        if (request.Has("input_references"))
        {
            RequestCheck.RequiredList(request, "input_references", MostReferences).Dispose();
        }

        return request;
    }
}
