using System.Text.Json;
using Weir.Gateway.Pipeline;
using Weir.Server.Endpoints.Traces;
using Weir.Tracing.Annotations;

namespace Weir.Server.Endpoints.Phoenix;

/// <summary>Finds and shows annotation configurations. The type in their ids is that of their kind.</summary>
internal sealed class AnnotationConfigFinder(IAnnotationStore store)
{
    private static readonly string[] IdTypes = ["CategoricalAnnotationConfig", "ContinuousAnnotationConfig", "FreeformAnnotationConfig"];

    /// <summary>The number of an id; null for anything that is not one.</summary>
    public static long? NumberOf(string id) => IdTypes.Select(type => GlobalId.TryReadNumber(id, type)).FirstOrDefault(number => number is not null);

    /// <exception cref="GatewayException">404: the workspace has none such.</exception>
    public async ValueTask<AnnotationConfigRow> FindAsync(Guid workspaceId, string identifier, CancellationToken cancellationToken)
    {
        var byId = NumberOf(identifier) is { } id ? await store.FindConfigAsync(workspaceId, id, cancellationToken) : null;
        return byId
            ?? await store.FindConfigAsync(workspaceId, identifier, cancellationToken)
            ?? throw PhoenixEdge.NotFound($"There is no annotation configuration with the id or name '{identifier}'.");
    }

    public static string IdOf(AnnotationConfigRow config)
    {
        using var body = JsonDocument.Parse(config.Body);
        return IdOf(config, body.RootElement);
    }

    public static void Write(Utf8JsonWriter writer, AnnotationConfigRow config)
    {
        using var body = JsonDocument.Parse(config.Body);
        writer.WriteStartObject();
        foreach (var member in body.RootElement.EnumerateObject())
        {
            member.WriteTo(writer);
        }

        writer.WriteString("id"u8, IdOf(config, body.RootElement));
        writer.WriteEndObject();
    }

    private static string IdOf(AnnotationConfigRow config, JsonElement body) => GlobalId.Of(
        body.GetProperty("type"u8).GetString() switch
        {
            "CATEGORICAL" => IdTypes[0],
            "CONTINUOUS" => IdTypes[1],
            _ => IdTypes[2],
        },
        config.Id);
}
