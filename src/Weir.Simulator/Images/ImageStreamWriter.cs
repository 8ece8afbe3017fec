using Weir.Simulator.Delivery;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Images;

/// <summary>Words the stream of an image request as OpenAI does.</summary>
/// <param name="kind"><c>image_generation</c> or <c>image_edit</c>.</param>
internal sealed class ImageStreamWriter(ImageRequest request, ImageUsage usage, string kind, long created, bool withUsage) : IStreamWriter<ImageStep>
{
    public StreamFraming Framing => StreamFraming.ServerSentEvents;

    public IEnumerable<StreamEvent> Opening() => [];

    // event: image_generation.partial_image
    // data: {"type":"image_generation.partial_image","b64_json":"…","created_at":1,"size":"1024x1024",…,"partial_image_index":0}
    public IEnumerable<StreamEvent> Step(ImageStep step)
    {
        var name = $"{kind}.{(step.PartialIndex is null ? "completed" : "partial_image")}";
        yield return new StreamEvent(name, JsonOutput.Build(json =>
        {
            json.WriteStartObject();
            json.WriteString("type", name);
            json.WriteBase64String("b64_json", step.Png);
            json.WriteNumber("created_at", created);
            json.WriteString("size", request.Size);
            json.WriteString("quality", request.Quality);
            json.WriteString("background", request.Background);
            json.WriteString("output_format", "png");
            if (step.PartialIndex is { } index)
            {
                json.WriteNumber("partial_image_index", index);
            }
            else if (withUsage)
            {
                usage.Write(json);
            }

            json.WriteEndObject();
        }));
    }

    public IEnumerable<StreamEvent> Closing(bool withUsage) => [];

    public StreamEvent Error(ApiError error) => new("error", JsonOutput.Build(json => JsonOutput.WriteEnvelope(json, error)));

    public StreamEvent? End() => null;
}
