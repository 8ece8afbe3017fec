using Microsoft.AspNetCore.Http;
using Weir.Simulator.Answers;
using Weir.Simulator.Delivery;
using Weir.Simulator.Requests;
using Weir.Simulator.Text;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Images;

/// <summary>Answers <c>POST /v1/images/generations</c> and <c>POST /v1/images/edits</c>.</summary>
internal sealed class ImagesEndpoint(Intake intake)
{
    /// <exception cref="RefusalException">The request is wrong.</exception>
    public Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct)
    {
        var isEdit = http.Request.Path == "/v1/images/edits";
        return isEdit && http.Request.HasFormContentType
            ? intake.TakeFormAsync(http, state, async (exchange, form, stop) => await AnswerAsync(exchange, await ImageRequestReader.ReadAsync(form, stop), stop), ct)
            : intake.TakeAsync(http, state, (exchange, body, stop) => AnswerAsync(exchange, ImageRequestReader.Read(body, isEdit), stop), ct);
    }

    private static async Task<SimulatedOutcome> AnswerAsync(Exchange exchange, ImageRequest request, CancellationToken ct)
    {
        ModelFinder.Find(request.Model, "image", exchange.Http.Request);
        var tokenizer = await Tokenizer.LoadAsync().WaitAsync(ct);
        var usage = ImageUsage.Of(request, tokenizer.Count(request.Prompt));
        if (!request.Stream)
        {
            return await new BodyDelivery(exchange).SendJsonAsync(usage.OutputTokens, extent => Write(request, usage, exchange.Created, extent), ct);
        }

        var kind = request.InputCount > 0 ? "image_edit" : "image_generation";
        var writer = new ImageStreamWriter(request, usage, kind, exchange.Created, withUsage: !exchange.Plan.OmitUsage);
        return await new StreamDelivery<ImageStep>(exchange, writer, step => step.PartialIndex is null ? request.TokensPerImage : 0).SendAsync([.. Steps(request)], ct);
    }

    // {"created":1,"background":"opaque","output_format":"png","quality":"medium","size":"1024x1024","data":[{"b64_json":"…"}],"usage":{…}}
    private static ReadOnlyMemory<byte> Write(ImageRequest request, ImageUsage usage, long created, AnswerExtent extent) => JsonOutput.Build(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("created", created);
        json.WriteString("background", request.Background);
        json.WriteString("output_format", "png");
        json.WriteString("quality", request.Quality);
        json.WriteString("size", request.Size);
        json.WriteStartArray("data");
        for (var index = 0; index < request.Count && extent.HasFlag(AnswerExtent.Content); index++)
        {
            json.WriteStartObject();
            json.WriteBase64String("b64_json", PictureOf(request, index).Draw(request.Width, request.Height));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (extent.HasFlag(AnswerExtent.Usage))
        {
            usage.Write(json);
        }

        json.WriteEndObject();
    });

    private static IEnumerable<ImageStep> Steps(ImageRequest request)
    {
        for (var index = 0; index < request.Count; index++)
        {
            var picture = PictureOf(request, index);
            for (var partial = 0; partial < request.PartialCount; partial++)
            {
                yield return new ImageStep(index, partial, picture.Draw(request.Width, request.Height, (partial + 1.0) / (request.PartialCount + 1)));
            }

            yield return new ImageStep(index, null, picture.Draw(request.Width, request.Height));
        }
    }

    private static Picture PictureOf(ImageRequest request, int index) =>
        new(unchecked(StableHash.Of(request.Prompt) ^ request.InputSeed ^ ((ulong)request.Seed * 31) ^ ((ulong)index << 40)));
}
