using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Weir.Simulator.Anthropic;
using Weir.Simulator.Audio;
using Weir.Simulator.Delivery;
using Weir.Simulator.Embeddings;
using Weir.Simulator.Gemini;
using Weir.Simulator.Images;
using Weir.Simulator.Requests;
using Weir.Simulator.Rerank;

namespace Weir.Simulator;

/// <summary>Every path the simulator serves. Adding one is adding a line here.</summary>
internal sealed class RouteTable
{
    private readonly GeminiEndpoint _gemini;
    private readonly FrozenDictionary<string, Route> _routes;

    public RouteTable(TimeProvider clock)
    {
        var intake = new Intake(clock);
        _gemini = new GeminiEndpoint(intake);
        var messages = new MessagesEndpoint(intake, new PromptCache(clock));
        var rerank = new RerankEndpoint(intake);
        _routes = new Dictionary<string, Route>(StringComparer.Ordinal)
        {
            ["/v1/chat/completions"] = new(HttpMethods.Post, new ChatEndpoint(intake).HandleAsync),
            ["/v1/messages"] = new(HttpMethods.Post, messages.HandleAsync),
            ["/v1/messages/count_tokens"] = new(HttpMethods.Post, new CountTokensEndpoint(intake).HandleAsync),
            ["/v1/models"] = new(HttpMethods.Get, ListModelsAsync),
            ["/v1beta/models"] = new(HttpMethods.Get, GeminiModelsEndpoint.HandleAsync),
            ["/v1/embeddings"] = new(HttpMethods.Post, new EmbeddingsEndpoint(intake).HandleAsync),
            ["/v2/embed"] = new(HttpMethods.Post, new CohereEmbedEndpoint(intake).HandleAsync),
            ["/v1/rerank"] = new(HttpMethods.Post, rerank.HandleAsync),
            ["/v2/rerank"] = new(HttpMethods.Post, rerank.HandleAsync),
            ["/v1/images/generations"] = new(HttpMethods.Post, new ImagesEndpoint(intake).HandleAsync),
            ["/v1/images/edits"] = new(HttpMethods.Post, new ImagesEndpoint(intake).HandleAsync),
            ["/v1/audio/speech"] = new(HttpMethods.Post, new SpeechEndpoint(intake).HandleAsync),
            ["/v1/audio/transcriptions"] = new(HttpMethods.Post, new TranscriptionEndpoint(intake).HandleAsync),
        }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <exception cref="Wire.RefusalException">Nothing is served there, or not with that method.</exception>
    public RouteHandler Find(string method, string path)
    {
        if (GeminiPath.Parse(path) is not null)
        {
            return HttpMethods.IsPost(method) ? _gemini.HandleAsync : throw RouteRefusal.WrongMethod(method, path, HttpMethods.Post);
        }

        if (!_routes.TryGetValue(path, out var route))
        {
            throw RouteRefusal.UnknownPath(path, _routes);
        }

        return HttpMethods.Equals(method, route.Method) ? route.Handler : throw RouteRefusal.WrongMethod(method, path, route.Method);
    }

    /// <summary>Where the request log is read; its own requests are not in it.</summary>
    public const string RequestLogPath = "/v1/sim/requests";

    // Two dialects have this path in common.
    private static Task<SimulatedOutcome> ListModelsAsync(HttpContext http, RequestState state, CancellationToken ct) =>
        http.Request.Headers.ContainsKey(MessagesEndpoint.VersionHeader) ? AnthropicModelsEndpoint.HandleAsync(http, state, ct) : ModelsEndpoint.HandleAsync(http, state, ct);
}
