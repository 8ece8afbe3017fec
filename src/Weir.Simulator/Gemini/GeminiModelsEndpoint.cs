using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Requests;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Gemini;

/// <summary>Answers <c>GET /v1beta/models</c>.</summary>
internal static class GeminiModelsEndpoint
{
    private static readonly ReadOnlyMemory<byte> Body = JsonOutput.Build(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("models");
        foreach (var model in SimulatorCatalog.Models.Where(model => MethodsOf(model).Length > 0))
        {
            WriteModel(json, model);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    public static async Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct)
    {
        state.Begin(StatusCodes.Status200OK);
        await JsonOutput.SendAsync(http, StatusCodes.Status200OK, Body, ct);
        return SimulatedOutcome.Completed;
    }

    private static string[] MethodsOf(SimulatorModel model) =>
        model.OutputModalities.Contains("text") ? ["generateContent", "streamGenerateContent", "countTokens"]
        : model.OutputModalities.Contains("embeddings") ? ["embedContent", "batchEmbedContents"]
        : [];

    private static void WriteModel(Utf8JsonWriter json, SimulatorModel model)
    {
        json.WriteStartObject();
        json.WriteString("name", "models/" + model.Id);
        json.WriteString("version", "001");
        json.WriteString("displayName", model.Name);
        json.WriteString("description", model.Description);
        json.WriteNumber("inputTokenLimit", model.ContextLength);
        json.WriteNumber("outputTokenLimit", model.ContextLength);
        json.WriteStartArray("supportedGenerationMethods");
        foreach (var method in MethodsOf(model))
        {
            json.WriteStringValue(method);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
