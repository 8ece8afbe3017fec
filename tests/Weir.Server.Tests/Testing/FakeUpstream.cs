using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Weir.Server.Tests.Testing;

/// <summary>A provider on loopback that does exactly what a test says, and remembers what it was asked.</summary>
internal sealed class FakeUpstream : IAsyncDisposable
{
    private readonly WebApplication _web;

    private FakeUpstream(WebApplication web) => _web = web;

    public string BaseUrl => _web.Urls.First() + "/v1";

    public ConcurrentQueue<ReceivedRequest> Requests { get; } = new();

    public static async Task<FakeUpstream> StartAsync(Func<HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        var web = builder.Build();
        var upstream = new FakeUpstream(web);
        web.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            upstream.Requests.Enqueue(new ReceivedRequest(context.Request.Path, headers, await reader.ReadToEndAsync()));
            await answer(context);
        });
        await web.StartAsync();
        return upstream;
    }

    /// <summary>Answers with these server-sent events, each flushed.</summary>
    public static Func<HttpContext, Task> Events(params string[] events) => async context =>
    {
        if (!context.Response.HasStarted)
        {
            context.Response.ContentType = "text/event-stream";
        }

        foreach (var data in events)
        {
            await context.Response.WriteAsync($"data: {data}\n\n");
            await context.Response.Body.FlushAsync();
        }
    };

    /// <summary>Answers with this status and JSON.</summary>
    public static Func<HttpContext, Task> Json(int status, string json) => async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    };

    public ValueTask DisposeAsync() => _web.DisposeAsync();
}
