using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Weir.Server.Auth;
using Weir.Tracing.Query;

namespace Weir.Server.Endpoints.Traces;

/// <summary>Phoenix's <c>GET /v1/projects/{id or name}/spans</c>.</summary>
internal sealed class SpanEndpoints(RequestAuthenticator authenticator, ITraceStore store)
{
    private const int FlushAfterBytes = 64 << 10;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/projects/{project_identifier}/spans", ListAsync);

    private async Task ListAsync(HttpContext context)
    {
        if (authenticator.Authenticate(context) is not { } caller)
        {
            await PhoenixResponse.UnauthenticatedAsync(context);
            return;
        }

        var identifier = (string)context.Request.RouteValues["project_identifier"]!;
        if (await ProjectLookup.FindAsync(store, caller.WorkspaceId, identifier, context.RequestAborted) is not { } project)
        {
            await PhoenixResponse.NoSuchProjectAsync(context, identifier);
            return;
        }

        var text = new QueryText(context.Request.Query);
        var query = SpanQueryText.Read(text, project);
        if (text.Problem is { } problem)
        {
            await PhoenixResponse.UnprocessableAsync(context, problem);
            return;
        }

        await AnswerAsync(context, query);
    }

    private async Task AnswerAsync(HttpContext context, SpanQuery query)
    {
        SpanPage page;
        try
        {
            page = await store.QuerySpansAsync(query, context.RequestAborted);
        }
        catch (TimeoutException slow)
        {
            // A client error: the same question takes as long next time.
            await PhoenixResponse.UnprocessableAsync(context, $"{slow.Message} Narrow the time range, or ask for fewer conditions.");
            return;
        }

        await WriteAsync(context, page);
    }

    private static async Task WriteAsync(HttpContext context, SpanPage page)
    {
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter);
        writer.WriteStartObject();
        writer.WriteStartArray("data"u8);
        foreach (var span in page.Spans)
        {
            PhoenixSpanWriter.Write(writer, span);
            if (writer.BytesPending + context.Response.BodyWriter.UnflushedBytes > FlushAfterBytes)
            {
                await writer.FlushAsync(context.RequestAborted);
                _ = await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
            }
        }

        writer.WriteEndArray();
        writer.WriteString("next_cursor"u8, page.Next is { } next ? GlobalId.Of(GlobalId.SpanCursor, next.ToString()) : null);
        writer.WriteEndObject();
    }
}
