using Rostrum.Commands;

Console.OutputEncoding = new System.Text.UTF8Encoding(false);
return CommandLine.Run(args);
