using System.Text.Json;

namespace Weir.Simulator.Images;

/// <summary>What an image request is charged for, in tokens.</summary>
internal sealed record ImageUsage(int TextTokens, int InputImageTokens, int OutputTokens)
{
    private const int TokensPerInputImage = 85;

    public static ImageUsage Of(ImageRequest request, int textTokens) =>
        new(textTokens, request.InputCount * TokensPerInputImage, request.Count * request.TokensPerImage);

    // "usage":{"input_tokens":10,"input_tokens_details":{"text_tokens":10,"image_tokens":0},"output_tokens":1056,"total_tokens":1066}
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("usage");
        json.WriteNumber("input_tokens", TextTokens + InputImageTokens);
        json.WriteStartObject("input_tokens_details");
        json.WriteNumber("text_tokens", TextTokens);
        json.WriteNumber("image_tokens", InputImageTokens);
        json.WriteEndObject();
        json.WriteNumber("output_tokens", OutputTokens);
        json.WriteNumber("total_tokens", TextTokens + InputImageTokens + OutputTokens);
        json.WriteEndObject();
    }
}
