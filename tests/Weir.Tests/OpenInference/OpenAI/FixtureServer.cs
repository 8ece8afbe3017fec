using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Weir.Tests.OpenInference.OpenAI;

/// <summary>Serves the recorded response of a fixture.</summary>
public static class FixtureServer
{
    public static LoopbackServer Start(Fixture fixture) => new((_, stream) => AnswerAsync(fixture.Response, stream));

    private static async Task AnswerAsync(JsonObject response, NetworkStream stream)
    {
        if (response["sse"] is not JsonArray events)
        {
            await LoopbackServer.WriteJsonAsync(stream, response["status"]!.GetValue<int>(), response["body"]!.ToJsonString());
            return;
        }

        await LoopbackServer.StartSseAsync(stream);
        foreach (var item in events)
        {
            await LoopbackServer.WriteChunkAsync(stream, item is JsonObject json ? $"data: {json.ToJsonString()}\n\n" : $"{item!.GetValue<string>()}\n\n");
        }

        if (response["done"]?.GetValue<bool>() == true)
        {
            await LoopbackServer.WriteChunkAsync(stream, "data: [DONE]\n\n");
        }

        if (response["cut"]?.GetValue<bool>() != true)
        {
            await LoopbackServer.WriteChunkAsync(stream, "");
        }
    }
}
