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
using Weir.Simulator.Wire;

namespace Weir.Simulator;

/// <summary>Every path the simulator serves. Adding one is adding a line here.</summary>
internal sealed class RouteTable
{
    private readonly GeminiEndpoint _gemini;
    private readonly FrozenDictionary<string, (string Method, RouteHandler Handler)> _routes;

    public RouteTable(TimeProvider clock)
    {
        var intake = new Intake(clock);
        _gemini = new GeminiEndpoint(intake);
        var messages = new MessagesEndpoint(intake, new PromptCache(clock));
        _routes = new Dictionary<string, (string, RouteHandler)>(StringComparer.Ordinal)
        {
            ["/v1/chat/completions"] = (HttpMethods.Post, new ChatEndpoint(intake).HandleAsync),
            ["/v1/messages"] = (HttpMethods.Post, messages.HandleAsync),
            ["/v1/messages/count_tokens"] = (HttpMethods.Post, new CountTokensEndpoint(intake).HandleAsync),
            ["/v1/models"] = (HttpMethods.Get, ListModelsAsync),
            ["/v1beta/models"] = (HttpMethods.Get, GeminiModelsEndpoint.HandleAsync),
            ["/v1/embeddings"] = (HttpMethods.Post, new EmbeddingsEndpoint(intake).HandleAsync),
            ["/v2/embed"] = (HttpMethods.Post, new CohereEmbedEndpoint(intake).HandleAsync),
            ["/v1/rerank"] = (HttpMethods.Post, new RerankEndpoint(intake).HandleAsync),
            ["/v2/rerank"] = (HttpMethods.Post, new RerankEndpoint(intake).HandleAsync),
            ["/v1/images/generations"] = (HttpMethods.Post, new ImagesEndpoint(intake).HandleAsync),
            ["/v1/images/edits"] = (HttpMethods.Post, new ImagesEndpoint(intake).HandleAsync),
            ["/v1/audio/speech"] = (HttpMethods.Post, new SpeechEndpoint(intake).HandleAsync),
            ["/v1/audio/transcriptions"] = (HttpMethods.Post, new TranscriptionEndpoint(intake).HandleAsync),
        }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <exception cref="RefusalException">Nothing is served there, or not with that method.</exception>
    public RouteHandler Find(string method, string path)
    {
        if (GeminiPath.Parse(path) is not null)
        {
            return HttpMethods.IsPost(method) ? _gemini.HandleAsync : throw WrongMethod(method, path, HttpMethods.Post);
        }

        if (!_routes.TryGetValue(path, out var route))
        {
            var served = string.Join(", ", _routes.Select(known => $"{known.Value.Method} {known.Key}").Order(StringComparer.Ordinal));
            throw new RefusalException(new ApiError(
                404,
                $"{(path.Length > 0 ? path : "/")} is not a path of the simulator. It serves {served}, POST {GeminiPath.Prefix}models/MODEL:generateContent and GET {RequestLogPath}.",
                ApiError.InvalidRequest,
                Code: "unknown_url"));
        }

        return HttpMethods.Equals(method, route.Method) ? route.Handler : throw WrongMethod(method, path, route.Method);
    }

    /// <summary>Where the request log is read; its own requests are not in it.</summary>
    public const string RequestLogPath = "/v1/sim/requests";

    // Two dialects have this path in common.
    private static Task<SimulatedOutcome> ListModelsAsync(HttpContext http, RequestState state, CancellationToken ct) =>
        http.Request.Headers.ContainsKey(MessagesEndpoint.VersionHeader) ? AnthropicModelsEndpoint.HandleAsync(http, state, ct) : ModelsEndpoint.HandleAsync(http, state, ct);

    private static RefusalException WrongMethod(string method, string path, string served) => new(
        new ApiError(405, $"{path} does not take {method}, but {served}.", ApiError.InvalidRequest, Code: "method_not_allowed"));
}
