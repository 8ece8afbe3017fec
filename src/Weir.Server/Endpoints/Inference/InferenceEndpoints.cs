using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Weir.Gateway.Pipeline;
using Weir.Gateway.Protocols;
using Weir.Gateway.Protocols.Chat;
using Weir.Gateway.Protocols.Plain;
using Weir.Gateway.Protocols.Messages;
using Weir.Gateway.Protocols.Completions;
using Weir.Gateway.Protocols.Responses;
using Weir.Server.Auth;

namespace Weir.Server.Endpoints.Inference;

/// <summary>The operations that call models: one line a protocol, one pipeline for all.</summary>
internal sealed class InferenceEndpoints(InboundReader reader, GatewayPipeline pipeline, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "chat/completions", new ChatProtocol());
        Map(routes, "embeddings", PlainProtocol.Embeddings);
        Map(routes, "rerank", PlainProtocol.Rerank);
        Map(routes, "images", PlainProtocol.Images);
        Map(routes, "images/generations", PlainProtocol.Images);
        Map(routes, "audio/speech", PlainProtocol.Speech);
        Map(routes, "audio/transcriptions", PlainProtocol.Transcription);
        Map(routes, "messages", new MessagesProtocol());
        Map(routes, "completions", new CompletionsProtocol());
        Map(routes, "responses", new ResponsesProtocol(time));
    }

    private void Map(IEndpointRouteBuilder routes, string path, IProtocol protocol)
    {
        foreach (var root in (string[])["/api/v1/", "/v1/"])
        {
            KeyOnly.Require(routes.MapPost(root + path, context => pipeline.RunAsync(reader.Read(context, protocol))));
        }
    }
}
