using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Weir.Server.Auth;
using Weir.Server.Endpoints;

namespace Weir.Server.Composition;

/// <summary>The web server's own settings: what is bound, what is bounded, what is logged.</summary>
internal static class WebBuilder
{
    private const int UnreadBytes = 32 << 10;

    private static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(15);

    public static WebApplicationBuilder Create(WeirServerOptions options, OtlpGrpcBinding otlpGrpc)
    {
        // No arguments and an empty content root: ASPNETCORE_* variables and appsettings files have no say here.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "weir", EnvironmentName = Environments.Production });
        _ = builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;

            // Each reader of a body has its own bound; a stream to a slow client may take its time.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinResponseDataRate = null;
            Listeners.Bind(kestrel, options, otlpGrpc);
        });

        // What a socket brought is worked on by the thread that was woken for it, and what is flushed is sent by the thread that flushes: two hand-overs between threads less
        // for a request, and one less for an event. A call of a model blocks no thread on its way; what reads the databases in place (management, traces) does it for a moment.
        _ = builder.WebHost.UseSockets(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;

            // What has come and nobody reads yet: the rest of a long prompt waits with its sender.
            sockets.MaxReadBufferSize = UnreadBytes;
        });
        _ = builder.Services.AddRoutingCore();
        _ = builder.Services.AddCors();
        _ = builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownPatience);
        AddConsole(builder.Logging);
        return builder;
    }

    public static void AddConsole(ILoggingBuilder logging) => _ = logging
        .AddSimpleConsole(console => console.SingleLine = true)
        .AddFilter("Microsoft", LogLevel.Warning)

        // It makes an activity for every request as long as anything of it is logged; a start that fails is reported by Weir itself.
        .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None)

        // A failing start is an exception too, and that one is reported in one line.
        .AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical)
        .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);

    public static WebApplication Build(WebApplicationBuilder builder, Routes routes, ConsoleGate gate, AccessPolicy policy, IReadOnlyList<IHostedService> background)
    {
        foreach (var service in background)
        {
            _ = builder.Services.AddSingleton(service);
        }

        var web = builder.Build();
        ErrorEdge.Use(web, web.Logger);
        gate.Use(web);
        BrowserAccess.Use(web);
        _ = web.UseRouting();
        policy.Use(web);
        routes.Map(web);
        _ = web.UseEndpoints(_ => { });
        return web;
    }
}
