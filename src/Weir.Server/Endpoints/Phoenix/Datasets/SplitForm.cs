using System.Collections.Immutable;
using Weir.Gateway.Pipeline;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Datasets;

namespace Weir.Server.Endpoints.Phoenix.Datasets;

/// <summary>Reads what a client says of a split, and which examples enter or leave it.</summary>
internal static class SplitForm
{
    private const string UsualColor = "#33c5e8";
    private const int MostExamples = 100_000;

    /// <summary>A new one.</summary>
    /// <exception cref="GatewayException">422: a value cannot be.</exception>
    public static SplitRow Read(PhoenixBody body, Guid workspaceId, long nowUnixNanos) => new()
    {
        WorkspaceId = workspaceId,
        Name = body.RequiredName("name"),
        Description = body.Text("description"),
        Color = body.Text("color") is null ? UsualColor : HexColor.Read(body, "color"),
        Metadata = body.ObjectText("metadata") ?? "{}",
        CreatedUnixNanos = nowUnixNanos,
        UpdatedUnixNanos = nowUnixNanos,
    };

    /// <summary>One that is there, with what is to change.</summary>
    /// <exception cref="GatewayException">422: a value cannot be.</exception>
    public static SplitRow Change(SplitRow known, PhoenixBody body, long nowUnixNanos) => known with
    {
        Name = body.Has("name") ? body.RequiredName("name") : known.Name,
        Description = body.Has("description") ? body.Text("description") : known.Description,
        Color = body.Has("color") ? HexColor.Read(body, "color") : known.Color,
        Metadata = body.ObjectText("metadata") ?? known.Metadata,
        UpdatedUnixNanos = nowUnixNanos,
    };

    /// <exception cref="GatewayException">422: too many, or one that is no example's id.</exception>
    public static ImmutableArray<long> Examples(PhoenixBody body, string name)
    {
        var texts = body.OptionalTexts(name);
        if (texts.Count > MostExamples)
        {
            throw PhoenixEdge.Unprocessable($"{body.PlaceOf(name)} has more than {MostExamples} ids; send them in several requests.");
        }

        return [.. texts.Select(text => GlobalId.TryReadNumber(text, NodeType.DatasetExample) ?? throw Invalid(body, name, text))];
    }

    private static GatewayException Invalid(PhoenixBody body, string name, string text) =>
        PhoenixEdge.Unprocessable($"{body.PlaceOf(name)}: '{text}' is not the id of a dataset example.");
}
