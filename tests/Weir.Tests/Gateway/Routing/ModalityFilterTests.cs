using System.Text;
using Weir.Gateway.Catalog;
using Weir.Gateway.Chat;
using Weir.Gateway.Operations;
using Weir.Gateway.Operations.Embeddings;
using Weir.Gateway.Operations.Images;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Routing;
using Weir.Tests.Testing;
using Xunit;
using static Weir.Tests.Gateway.Routing.RouteSamples;

namespace Weir.Tests.Gateway.Routing;

/// <summary>A model that cannot see is not asked about a picture.</summary>
public sealed class ModalityFilterTests
{
    private const string Image = """{"type":"image_url","image_url":{"url":"data:,"}}""";
    private const string Audio = """{"type":"input_audio","input_audio":{"data":"","format":"wav"}}""";
    private const string Video = """{"type":"video_url","video_url":{"url":"data:,"}}""";
    private const string File = """{"type":"file","file":{"file_data":"data:,"}}""";

    [Theory]
    [InlineData(Image, "sees all")]
    [InlineData(Audio, "hears all")]
    [InlineData(Video, "all")]
    [InlineData("""{"type":"input_video","video_url":{"url":"data:,"}}""", "all")]
    [InlineData(Image + "," + Audio, "all")]
    [InlineData("""{"image_url":{"url":"data:,"},"type":"image_url"}""", "sees all")]
    [InlineData("""{"type":"text","text":"\"image_url\" and \"file\", \"type\":\"input_audio\""}""", "reads sees hears all")]
    public void Input_LeavesOutModelsThatLackIt(string parts, string left) => Assert.Equal(left, Models(Messages(parts)));

    [Fact]
    public void Input_InAResultOfATool_Counts() => Assert.Equal(
        "sees all", Models("\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":[" + Image + "]}]"));

    [Fact]
    public void Input_InAnArgumentOfATool_DoesNotCount() => Assert.Equal(
        "reads sees hears all",
        Models("\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"properties\":{\"type\":\"image_url\"}}}}]"));

    [Fact]
    public void Input_NobodyTakes_IsSaid()
    {
        var error = Refusal(CatalogOf(At("acme")), Messages(Image));

        Assert.Equal((404, "no_endpoints", "messages"), (error.Status, error.Availability!.Code, error.Availability.ConstraintField));
        Assert.Equal(
            "No endpoints found that support image input: the request holds image. GET /api/v1/models?input_modalities=image lists models that take it.",
            error.Message);
    }

    // The operator's file says nothing of what the model takes: that is no refusal.
    [Fact]
    public void Input_OfAModelThatIsNotDescribed_IsNotLookedAt() =>
        Assert.Equal("acme", Tags(CatalogOf(GatewaySamples.Model("acme/small", At("acme")) with { IsInputAssumed = true }), Messages(Image)));

    // A file may be plain text, which every dialect can say.
    [Fact]
    public void File_PrefersWhoTakesFiles_AndRefusesNobody()
    {
        Assert.Equal("all", Models(Messages(File)));
        Assert.Equal("acme", Tags(CatalogOf(At("acme")), Messages(File)));
        Assert.Equal("all", Models(Messages(File + "," + Image)));
    }

    [Theory]
    [InlineData("""["text"]""", "text draws speaks")]
    [InlineData("""["image","text"]""", "draws")]
    [InlineData("""["text","audio"]""", "speaks")]
    [InlineData("null", "text draws speaks")]
    public void Output_LeavesOutModelsThatLackIt(string modalities, string left) => Assert.Equal(left, Models($"\"modalities\":{modalities}", Givers()));

    [Fact]
    public void Output_NobodyGives_IsSaid()
    {
        var error = Refusal(CatalogOf(At("acme")), "\"modalities\":[\"text\",\"audio\"]");

        Assert.Equal((404, "no_endpoints", "modalities"), (error.Status, error.Availability!.Code, error.Availability.ConstraintField));
        Assert.StartsWith("No endpoints found that support audio output: modalities asks for audio.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LaterFilter_NamesBoth()
    {
        var error = Refusal(CatalogOf(Taking("reads", "text"), Taking("sees", "text", "image")), Messages(Image) + ",\"models\":[\"acme/sees\"],\"provider\":{\"only\":[\"nobody\"]}", "acme/reads");

        Assert.Equal("provider.only", error.Availability!.ConstraintField);
    }

    [Fact]
    public void ImagesToGoBy_NeedAModelThatSees()
    {
        const string Body = """{"model":"acme/draws","prompt":"p","input_references":[{"type":"image_url","image_url":{"url":"data:,"}}]}""";
        var blind = GatewaySamples.Model("acme/draws", At("acme")) with { OutputModalities = ["image"] };

        Assert.Equal("No endpoints found that support image input", Refused(blind, Body, ImagesOperation.Instance)!.Split(':')[0]);
        Assert.Null(Refused(blind with { InputModalities = ["text", "image"] }, Body, ImagesOperation.Instance));
        Assert.Null(Refused(blind, """{"model":"acme/draws","prompt":"p","input_references":[]}""", ImagesOperation.Instance));
    }

    [Fact]
    public void EmbeddedPictures_NeedAModelThatSees()
    {
        const string Body = """{"model":"acme/vectors","input":[{"content":[{"type":"text","text":"t"},{"type":"image_url","image_url":{"url":"data:,"}}]}]}""";
        var blind = GatewaySamples.Model("acme/vectors", At("acme")) with { OutputModalities = ["embeddings"] };

        Assert.Equal("No endpoints found that support image input", Refused(blind, Body, EmbeddingsOperation.Instance)!.Split(':')[0]);
        Assert.Null(Refused(blind with { InputModalities = ["text", "image"] }, Body, EmbeddingsOperation.Instance));
    }

    private static string Models(string members, ModelEntry[]? models = null)
    {
        models ??= [Taking("reads", "text"), Taking("sees", "text", "image"), Taking("hears", "text", "audio"), Taking("all", "text", "image", "audio", "video", "file")];
        var others = string.Join(',', models.Skip(1).Select(model => $"\"{model.Slug}\""));
        return ModelsOf(Plan(CatalogOf(models), $"\"models\":[{others}],{members}", model: models[0].Slug)).Replace("acme/", "", StringComparison.Ordinal);
    }

    private static ModelEntry Taking(string name, params string[] inputs) => GatewaySamples.Model($"acme/{name}", At("acme")) with { InputModalities = [.. inputs] };

    private static ModelEntry[] Givers() =>
    [
        GatewaySamples.Model("acme/text", At("acme")),
        GatewaySamples.Model("acme/draws", At("acme")) with { OutputModalities = ["image", "text"] },
        GatewaySamples.Model("acme/speaks", At("acme")) with { OutputModalities = ["text", "audio"] },
    ];

    private static string Messages(string parts) => $"\"messages\":[{{\"role\":\"user\",\"content\":[{parts}]}}]";

    private static string? Refused(ModelEntry model, string body, IOperation operation)
    {
        var request = RequestReader.Read(Encoding.UTF8.GetBytes(body), "");
        var planner = new RoutePlanner(new Weir.Gateway.Health.UnmeasuredVitals(), new Random(1));
        try
        {
            _ = planner.Plan(CatalogOf(model), new RouteQuery(request, operation, GatewaySamples.Workspace));
            return null;
        }
        catch (GatewayException refusal)
        {
            return refusal.Error.Message;
        }
    }
}
