using Weir.Server.Configuration;

namespace Weir.Cli.Commands;

/// <summary>Turns what keeps a command from starting into lines that say what to do, and exit status 1.</summary>
internal static class StartErrors
{
    public static async Task<int> ReportAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (ConfigurationException wrong)
        {
            await Console.Error.WriteLineAsync("Weir does not start: the configuration has errors.");
            foreach (var error in wrong.Errors)
            {
                await Console.Error.WriteLineAsync($"  {error}");
            }
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (Exception failure) when (failure is IOException or InvalidDataException or UnauthorizedAccessException or InvalidOperationException or FormatException)
        {
            await Console.Error.WriteLineAsync($"weir: {failure.Message}");
        }

        return 1;
    }
}
