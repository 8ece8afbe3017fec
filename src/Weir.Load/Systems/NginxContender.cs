namespace Weir.Load.Systems;

/// <summary>nginx as a plain proxy: what a gateway costs that reads nothing. One worker process, connections to the upstream kept, answers passed on as they come.</summary>
internal static class NginxContender
{
    public const string Name = "nginx";

    /// <returns>Null when there is no nginx on this machine.</returns>
    public static Contender? Find() => Executable.Find("nginx") is { } path ? new Contender(Name, (upstream, core) => Start(path, upstream, core)) : null;

    private static RunningSystem Start(string path, int upstream, int? core)
    {
        var folder = Directory.CreateTempSubdirectory("weir-bench-nginx").FullName;
        var port = FreePort.Find();
        var file = Path.Combine(folder, "nginx.conf");
        File.WriteAllText(file, $$"""
            daemon off;
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            worker_processes 1;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log;
            events { worker_connections 8192; }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/f; uwsgi_temp_path {{folder}}/u; scgi_temp_path {{folder}}/s;
              client_max_body_size 32m;
              client_body_buffer_size 256k;
              upstream instant { server 127.0.0.1:{{upstream}}; keepalive 2048; keepalive_requests 1000000000; }
              server {
                listen 127.0.0.1:{{port}} backlog=4096;
                keepalive_requests 1000000000;
                location / { proxy_pass http://instant; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_buffering off; }
              }
            }
            """);
        return new RunningSystem { Name = Name, Process = BenchProcess.Start([path, "-c", file], core), Port = port, Folder = folder };
    }
}
