# A JupyterHub for HubIT: on loopback ports, in a folder of its own, for whoever runs the test.
import os

folder = os.environ["HUB_FOLDER"]
public, inner, proxy = (int(port) for port in os.environ["HUB_PORTS"].split())

c = get_config()  # noqa: F821
c.JupyterHub.bind_url = f"http://127.0.0.1:{public}/deep/"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{inner}"
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{proxy}"
c.ConfigurableHTTPProxy.auth_token = os.environ["HUB_PROXY_TOKEN"]
c.ConfigurableHTTPProxy.pid_file = os.path.join(folder, "proxy.pid")
c.JupyterHub.db_url = "sqlite:///" + os.path.join(folder, "hub.sqlite")
c.JupyterHub.cookie_secret_file = os.path.join(folder, "cookie")
c.JupyterHub.authenticator_class = "jupyterhub.auth.DummyAuthenticator"
c.JupyterHub.spawner_class = "jupyterhub.spawner.SimpleLocalProcessSpawner"
c.JupyterHub.allow_named_servers = True
# Tells of progress at once, as hubs on clusters do.
c.JupyterHub.tornado_settings = {"slow_spawn_timeout": 0}
c.Authenticator.allowed_users = {"ada", "bob"}
c.JupyterHub.api_tokens = {os.environ["HUB_ADA"]: "ada", os.environ["HUB_BOB"]: "bob"}
c.SimpleLocalProcessSpawner.home_dir_template = os.path.join(folder, "home-{username}")
c.Spawner.cmd = ["jupyterhub-singleuser"]
c.Spawner.args = ["--allow-root"]
c.Spawner.environment = {"JUPYTERHUB_SINGLEUSER_APP": "jupyter_server.serverapp.ServerApp"}


def refuse_bob(spawner):
    if spawner.user.name == "bob":
        raise RuntimeError("no room for bob")


c.Spawner.pre_spawn_hook = refuse_bob
