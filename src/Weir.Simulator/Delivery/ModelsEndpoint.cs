using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Requests;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Delivery;

/// <summary>Answers <c>GET /v1/models</c>.</summary>
internal static class ModelsEndpoint
{
    // Midnight of 1 January 2026: the list is the same on every start.
    private const long Created = 1_767_225_600;

    private static readonly ReadOnlyMemory<byte> Body = JsonOutput.Build(json =>
    {
        json.WriteStartObject();
        json.WriteString("object", "list");
        json.WriteStartArray("data");
        foreach (var model in SimulatorCatalog.Models)
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

    private static void WriteModel(Utf8JsonWriter json, SimulatorModel model)
    {
        json.WriteStartObject();
        json.WriteString("id", model.Id);
        json.WriteString("object", "model");
        json.WriteNumber("created", Created);
        json.WriteString("owned_by", "simulator");
        json.WriteString("name", model.Name);
        json.WriteString("description", model.Description);
        json.WriteNumber("context_length", model.ContextLength);
        json.WriteStartObject("architecture");
        WriteList(json, "input_modalities", model.InputModalities);
        WriteList(json, "output_modalities", model.OutputModalities);
        json.WriteEndObject();
        json.WriteStartObject("pricing");
        json.WriteString("prompt", model.PromptPrice);
        json.WriteString("completion", model.CompletionPrice);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStringValue(item);
        }

        json.WriteEndArray();
    }
}
