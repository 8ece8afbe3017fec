using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Weir.Simulator;

/// <summary>Sets up the HTTP server behind <see cref="SimulatorServer"/>.</summary>
internal static class SimulatorHost
{
    private const long LargestBody = 64 * 1024 * 1024;
    private static readonly TimeSpan ShutdownTime = TimeSpan.FromSeconds(5);

    public static WebApplication Build(string urls)
    {
        // The empty builder, not the slim one: that reads appsettings.json and ASPNETCORE_* variables meant for the host process.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure).UseUrls(urls);
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownTime);
        return builder.Build();
    }

    public static Uri ReachableAddress(WebApplication app)
    {
        var bound = new Uri(app.Urls.First());
        return bound.Host is "0.0.0.0" or "[::]" ? new UriBuilder(bound) { Host = "127.0.0.1" }.Uri : bound;
    }

    private static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = LargestBody;

        // Paced and stalled streams are slow on purpose.
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols = HttpProtocols.Http1);
    }
}
