using Microsoft.AspNetCore.Http;
using Weir.Simulator.Requests;
using Weir.Simulator.Wire;

namespace Weir.Simulator.Anthropic;

/// <summary>Answers <c>GET /v1/models</c> of a client that speaks Anthropic's dialect.</summary>
internal static class AnthropicModelsEndpoint
{
    private static readonly ReadOnlyMemory<byte> Body = JsonOutput.Build(json =>
    {
        // Those that converse: the API has no others.
        var models = SimulatorCatalog.Models.Where(model => model.OutputModalities.Contains("text")).ToList();
        json.WriteStartObject();
        json.WriteStartArray("data");
        foreach (var model in models)
        {
            json.WriteStartObject();
            json.WriteString("type", "model");
            json.WriteString("id", model.Id);
            json.WriteString("display_name", model.Name);
            json.WriteString("created_at", "2026-01-01T00:00:00Z");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("has_more", false);
        json.WriteString("first_id", models[0].Id);
        json.WriteString("last_id", models[^1].Id);
        json.WriteEndObject();
    });

    public static async Task<SimulatedOutcome> HandleAsync(HttpContext http, RequestState state, CancellationToken ct)
    {
        state.Begin(StatusCodes.Status200OK);
        await JsonOutput.SendAsync(http, StatusCodes.Status200OK, Body, ct);
        return SimulatedOutcome.Completed;
    }
}
